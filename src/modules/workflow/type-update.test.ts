import { describe, expect, it } from 'vitest';
import type { Result } from '../../shared/problem.js';
import { definitionOf, type TypeDefinition } from './definition.js';
import type { OccurrenceTypeUpdate } from './definition-input.js';
import { exampleKnown, storedExample, storedHook } from './example-type.fixture.js';
import { secretMask } from './hook-secret.js';
import { checkType } from './type-rules.js';
import { applyTypeUpdate } from './type-update.js';

const stored = definitionOf(storedExample);
const update = (change: OccurrenceTypeUpdate): Result<TypeDefinition> => applyTypeUpdate(stored, change);
const updated = (change: OccurrenceTypeUpdate): TypeDefinition => {
  const result = update(change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const codes = (change: OccurrenceTypeUpdate): unknown => {
  const result = update(change);
  return result.ok ? [] : result.problems.map(({ code, path }) => [code, path?.join('.')]);
};

describe('the fields of a type', () => {
  it('stay as they are where they are absent or undefined', () => {
    expect(updated({ name: undefined })).toEqual({ ...stored, named: true });
  });

  it('change, and clear by null', () => {
    const type = updated({ name: 'Reembolso', sla: null, regulatoryKind: null, intakeFormId: null, active: false });
    expect(type).toMatchObject({
      name: 'Reembolso',
      sla: null,
      regulatoryKind: null,
      intakeFormId: null,
      active: false,
    });
  });

  it('take a deadline as a whole, with its defaults', () => {
    expect(updated({ sla: { amount: 2, unit: 'HOURS' } }).sla).toEqual({
      amount: 2,
      unit: 'HOURS',
      metric: 'RESOLUTION',
      warnAtPercent: 80,
    });
  });

  it('cannot be cleared where a type must have them', () => {
    expect(codes({ name: null, viewMode: null, statuses: null })).toEqual([
      ['REQUIRED', 'input.name'],
      ['REQUIRED', 'input.viewMode'],
      ['REQUIRED', 'input.statuses'],
    ]);
  });
});

describe('the lists of a type', () => {
  it('change what has the key, and leave the rest unnamed', () => {
    const type = updated({ statuses: [{ key: 'pago', color: '#FFFFFF' }] });
    expect(type.statuses.map(({ id, color, named }) => [id, color, named])).toEqual([
      ['sta_solicitado', '#000000', false],
      ['sta_analise', '#000000', false],
      ['sta_pago', '#FFFFFF', true],
      ['sta_antigo', '#000000', false],
    ]);
    expect(type.statuses[2]).toMatchObject({ path: ['input', 'statuses', '0'], closes: true, category: 'RESOLVED' });
  });

  it('add what has no such key, with the defaults of a new one', () => {
    const type = updated({
      statuses: [{ key: 'negado', internalDescription: 'n', externalDescription: 'n', color: '#111111', closes: true }],
      tabs: [{ key: 'notas', name: 'Notas', content: 'NOTES' }],
      actions: [
        { key: 'aviso', description: 'a', statusKey: 'negado', kind: 'IN_APP', config: { title: 't', body: 'b' } },
      ],
    });
    expect(type.statuses[4]).toMatchObject({ key: 'negado', category: 'CLOSED', path: ['input', 'statuses', '0'] });
    expect(type.statuses[4]!.id).toBeUndefined();
    expect(type.tabs[1]).toMatchObject({ key: 'notas', displayMode: 'LIST' });
    expect(type.actions[1]).toMatchObject({ key: 'aviso', active: true });
    // The default lists its next statuses, em_analise goes anywhere: the new one is reached from there.
    expect(checkType(type, exampleKnown)).toEqual([]);
  });

  it('refuse an addition that lacks what it must have', () => {
    expect(codes({ statuses: [{ key: 'negado', color: '#111111', isDefault: null }] })).toEqual([
      ['REQUIRED', 'input.statuses.0.isDefault'],
      ['REQUIRED', 'input.statuses.0.internalDescription'],
      ['REQUIRED', 'input.statuses.0.externalDescription'],
    ]);
    expect(codes({ tabs: [{ key: 'nova' }] })).toEqual([['REQUIRED', 'input.tabs.0.name']]);
    expect(codes({ actions: [{ key: 'nova', kind: 'PUSH' }] })).toEqual([
      ['REQUIRED', 'input.actions.0.description'],
      ['REQUIRED', 'input.actions.0.statusKey'],
      ['REQUIRED', 'input.actions.0.config'],
    ]);
  });

  it('refuse an element without a key, and a key named twice', () => {
    expect(codes({ statuses: [{ color: '#111111' }], tabs: [{ key: 'dados' }, { key: 'dados' }] })).toEqual([
      ['REQUIRED', 'input.statuses.0.key'],
      ['TAKEN', 'input.tabs.1.key'],
    ]);
  });

  it('tell all their problems at once', () => {
    expect(
      codes({ name: null, statuses: [{ key: 'pago', color: null }], actions: [{ key: 'hook_pago', kind: null }] }),
    ).toEqual([
      ['REQUIRED', 'input.name'],
      ['REQUIRED', 'input.statuses.0.color'],
      ['REQUIRED', 'input.actions.0.kind'],
    ]);
  });
});

describe('a status that changes', () => {
  const pago = (change: object) => updated({ statuses: [{ key: 'pago', ...change }] }).statuses[2]!;

  it('clears by null to what a new one has', () => {
    expect(pago({ category: null, conclusive: null, allowedRoles: null, nextStatusKeys: null })).toMatchObject({
      category: 'RESOLVED',
      conclusive: true,
      allowedRoles: ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'],
      nextStatusKeys: null,
    });
    expect(pago({ resolves: false, category: null, conclusive: null })).toMatchObject({
      category: 'CLOSED',
      conclusive: false,
    });
  });

  it('keeps category and conclusive when its flags change', () => {
    expect(pago({ resolves: false })).toMatchObject({ category: 'RESOLVED', conclusive: true });
  });

  it('joins the next ones of those that it names as previous, unless they go anywhere', () => {
    const type = updated({
      statuses: [
        { key: 'solicitado', nextStatusKeys: ['em_analise'] },
        { key: 'pago', previousStatusKeys: ['solicitado'] },
      ],
    });
    expect(type.statuses[0]!.nextStatusKeys).toEqual(['em_analise', 'pago']);
    const open = updated({ statuses: [{ key: 'antigo', previousStatusKeys: ['em_analise', 'pago', 'solicitado'] }] });
    expect(open.statuses.map((status) => status.nextStatusKeys)).toEqual([
      ['em_analise', 'pago', 'antigo'],
      null,
      null,
      null,
    ]);
  });
});

describe('an action that changes', () => {
  const hook = (change: object) => updated({ actions: [{ key: 'hook_pago', ...change }] }).actions[0]!;
  const { secret } = storedHook.config;

  it('keeps its config where none is given', () => {
    expect(hook({ active: false })).toMatchObject({ active: false, config: storedHook.config, id: 'act_hook' });
  });

  it('keeps its secret where a new config leaves it out or gives it back masked', () => {
    expect(hook({ config: { url: 'https://b.example/' } }).config).toEqual({
      url: 'https://b.example/',
      secret,
      headers: {},
      timeoutMs: 15_000,
      includeForms: false,
    });
    const masked = hook({
      config: { url: 'https://erp.example/other', secret: secretMask, headers: { Authorization: secretMask } },
    });
    expect(masked.config).toMatchObject({ secret, headers: { Authorization: 'Bearer abc' } });
  });

  it('takes a new secret', () => {
    expect(hook({ config: { url: 'https://b.example/', secret: 'whsec_new' } }).config['secret']).toBe('whsec_new');
  });

  it('clears its condition by null, and takes another kind with its config', () => {
    expect(hook({ condition: null }).condition).toBeNull();
    expect(hook({ kind: 'PUSH', config: { body: 'b' } })).toMatchObject({ kind: 'PUSH', config: { body: 'b' } });
  });
});
