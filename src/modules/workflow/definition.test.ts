import { describe, expect, it } from 'vitest';
import { definitionOf } from './definition.js';
import { actionDefinition, statusDefinition, tabDefinition, typeDefinition } from './definition-create.js';
import { exampleInput, exampleKnown, storedExample } from './example-type.fixture.js';
import { checkType } from './type-rules.js';

const path = ['input', 'statuses', '0'];
const plain = { key: 'a', internalDescription: 'i', externalDescription: 'e', color: '#000000' };

describe('a new status', () => {
  it('has the defaults of the schema and knows where it comes from', () => {
    expect(statusDefinition(plain, path)).toEqual({
      ...plain,
      path,
      named: true,
      category: 'IN_PROGRESS',
      isDefault: false,
      startsAttendance: false,
      showInHistory: true,
      resolves: false,
      closes: false,
      pausesSla: false,
      conclusive: false,
      requiresComment: false,
      requiresDenialBasis: false,
      displayOrder: 0,
      active: true,
      nextStatusKeys: null,
      previousStatusKeys: [],
      allowedRoles: ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'],
    });
  });

  it.each([
    [{ isDefault: true, resolves: true, closes: true, pausesSla: true }, 'NEW'],
    [{ resolves: true, closes: true, pausesSla: true }, 'RESOLVED'],
    [{ closes: true, pausesSla: true }, 'CLOSED'],
    [{ pausesSla: true }, 'WAITING_BENEFICIARY'],
    [{}, 'IN_PROGRESS'],
    [{ isDefault: true, category: 'WAITING_THIRD_PARTY' as const }, 'WAITING_THIRD_PARTY'],
  ])('with %o has the category %s', (flags, category) => {
    expect(statusDefinition({ ...plain, ...flags }, path).category).toBe(category);
  });

  it('is conclusive as it resolves, unless that is given', () => {
    expect(statusDefinition({ ...plain, resolves: true }, path).conclusive).toBe(true);
    expect(statusDefinition({ ...plain, resolves: true, conclusive: null }, path).conclusive).toBe(true);
    expect(statusDefinition({ ...plain, resolves: true, conclusive: false }, path).conclusive).toBe(false);
    expect(statusDefinition({ ...plain, conclusive: true }, path).conclusive).toBe(true);
  });
});

it('a new tab has the defaults of the schema', () => {
  expect(tabDefinition({ key: 'dados', name: 'Dados' }, ['input'])).toEqual({
    path: ['input'],
    named: true,
    key: 'dados',
    name: 'Dados',
    content: 'FORM',
    formId: null,
    allowsMultipleEntries: false,
    displayMode: 'LIST',
    displayOrder: 0,
    required: false,
    requiredForStatusKeys: [],
    visibleToBeneficiary: false,
    filledByBeneficiary: false,
    active: true,
  });
});

it("a new action has its defaults and those of its kind's config", () => {
  const action = { key: 'a', description: 'd', statusKey: 'pago', kind: 'WHATSAPP' as const, config: { to: '1' } };
  expect(actionDefinition(action, ['input'])).toEqual({
    ...action,
    path: ['input'],
    named: true,
    config: { to: '1', language: 'pt_BR', params: [] },
    condition: null,
    active: true,
  });
});

describe('a new type', () => {
  it('has the defaults of the schema, and paths for its elements', () => {
    const definition = typeDefinition(exampleInput());
    expect(definition).toMatchObject({
      path: ['input'],
      active: true,
      regulatoryKind: null,
      sla: { amount: 5, unit: 'BUSINESS_DAYS', metric: 'RESOLUTION', warnAtPercent: 80 },
    });
    expect(definition.statuses.map((status) => status.path)).toEqual([
      ['input', 'statuses', '0'],
      ['input', 'statuses', '1'],
      ['input', 'statuses', '2'],
    ]);
    expect(definition.tabs[1]!.path).toEqual(['input', 'tabs', '1']);
    expect(definition.actions[0]!.path).toEqual(['input', 'actions', '0']);
  });

  it('needs no tabs and no actions', () => {
    const { tabs: _tabs, actions: _actions, ...input } = exampleInput();
    expect(typeDefinition(input)).toMatchObject({ tabs: [], actions: [] });
  });

  it('adds a status to the next ones of those that it names as previous, once', () => {
    const input = exampleInput();
    input.statuses[2]!.previousStatusKeys = ['solicitado', 'em_analise'];
    input.statuses[1]!.previousStatusKeys = ['solicitado'];
    const { statuses } = typeDefinition(input);
    expect(statuses[0]!.nextStatusKeys).toEqual(['em_analise', 'pago']);
    expect(statuses[1]!.nextStatusKeys).toBeNull();
  });
});

describe('a stored type', () => {
  it('names its elements by key and points at the input as a whole', () => {
    const definition = definitionOf(storedExample);
    expect(definition).toMatchObject({ path: ['input'], named: false, key: 'reembolso' });
    expect(definition.statuses[0]).toMatchObject({
      id: 'sta_solicitado',
      path: ['input'],
      named: false,
      nextStatusKeys: ['em_analise', 'pago'],
      previousStatusKeys: [],
    });
    expect(definition.statuses[1]!.nextStatusKeys).toBeNull();
    expect(definition.tabs[0]!.requiredForStatusKeys).toEqual(['pago']);
    expect(definition.actions[0]).toMatchObject({ id: 'act_hook', statusKey: 'pago' });
    expect(definition.statuses[0]).not.toHaveProperty('nextStatusIds');
  });

  it('is as right as a new one', () => {
    expect(checkType(definitionOf(storedExample), exampleKnown)).toEqual([]);
  });
});
