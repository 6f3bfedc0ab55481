import { describe, expect, it } from 'vitest';
import type { Result } from '../../shared/problem.js';
import { definitionOf, type TypeDefinition } from './definition.js';
import { addAction, addStatus, addTab, changeAction, changeStatus, changeTab } from './element-update.js';
import { exampleKnown, storedExample } from './example-type.fixture.js';
import { checkType } from './type-rules.js';

const stored = definitionOf(storedExample);
const value = (result: Result<TypeDefinition>): TypeDefinition => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const found = (definition: TypeDefinition) =>
  checkType(definition, exampleKnown).map(({ code, path }) => [code, path?.join('.')]);

describe('a status', () => {
  it('is added and joins the next ones of those that it names as previous', () => {
    const type = addStatus(stored, {
      key: 'auditoria',
      internalDescription: 'a',
      externalDescription: 'a',
      color: '#222222',
      previousStatusKeys: ['solicitado'],
    });
    expect(type.statuses[4]).toMatchObject({ key: 'auditoria', path: ['input'], named: true });
    expect(type.statuses[0]!.nextStatusKeys).toEqual(['em_analise', 'pago', 'auditoria']);
    expect(found(type)).toEqual([]);
  });

  it('takes its new key along to whatever names it', () => {
    const type = value(changeStatus(stored, 'sta_pago', { key: 'quitado' }));
    expect(type.statuses[2]).toMatchObject({ id: 'sta_pago', key: 'quitado' });
    expect(type.statuses[0]!.nextStatusKeys).toEqual(['em_analise', 'quitado']);
    expect(type.tabs[0]!.requiredForStatusKeys).toEqual(['quitado']);
    expect(type.actions[0]!.statusKey).toBe('quitado');
    expect(found(type)).toEqual([]);
  });

  it('cannot take the key of another', () => {
    expect(found(value(changeStatus(stored, 'sta_antigo', { key: 'pago' })))).toEqual([['TAKEN', 'input.key']]);
  });

  it('has its problems at the fields of the input', () => {
    expect(found(value(changeStatus(stored, 'sta_pago', { color: 'red' })))).toEqual([['INVALID', 'input.color']]);
    expect(changeStatus(stored, 'sta_pago', { color: null })).toMatchObject({
      ok: false,
      problems: [{ code: 'REQUIRED', path: ['input', 'color'] }],
    });
  });

  it('is at fault itself where it becomes a second default', () => {
    const type = value(changeStatus(stored, 'sta_analise', { isDefault: true }));
    expect(found(type)).toEqual([['INVALID', 'input.isDefault']]);
  });

  it('points at the input as a whole where another one suffers', () => {
    const type = value(changeStatus(stored, 'sta_solicitado', { nextStatusKeys: ['pago'] }));
    expect(checkType(type, exampleKnown)).toEqual([
      {
        code: 'INVALID',
        message: 'Status "em_analise": It cannot be reached from the default, "solicitado".',
        path: ['input'],
      },
    ]);
  });

  it('that the type does not have is a surprise', () => {
    expect(() => changeStatus(stored, 'sta_x', {})).toThrow('The type has no element sta_x');
  });
});

describe('a tab', () => {
  it('is added', () => {
    const type = addTab(stored, { key: 'notas', name: 'Notas', content: 'NOTES' });
    expect(type.tabs.map(({ key }) => key)).toEqual(['dados', 'notas']);
    expect(found(type)).toEqual([]);
  });

  it('takes its new key along to the conditions that read it', () => {
    const type = value(changeTab(stored, 'tab_dados', { key: 'despesas' }));
    expect(type.actions[0]!.condition).toEqual({
      and: [{ '>': [{ var: 'abas.despesas.valor' }, 100] }, { '!': { missing: ['abas.despesas.valor'] } }],
    });
    expect(found(type)).toEqual([]);
  });

  it('clears its form by null, which a tab with content FORM must not', () => {
    expect(found(value(changeTab(stored, 'tab_dados', { formId: null }))).at(0)).toEqual(['REQUIRED', 'input.formId']);
  });
});

describe('an action', () => {
  it('is added', () => {
    const type = addAction(stored, {
      key: 'push_pago',
      description: 'push',
      statusKey: 'pago',
      kind: 'PUSH',
      config: { body: 'Pago.' },
    });
    expect(type.actions).toHaveLength(2);
    expect(found(type)).toEqual([]);
  });

  it('changes, with its problems at the fields of the input', () => {
    const type = value(changeAction(stored, 'act_hook', { config: { url: 'ftp://erp.example' } }));
    expect(found(type)).toEqual([['INVALID', 'input.config.url']]);
    expect(changeAction(stored, 'act_hook', { config: null })).toMatchObject({
      ok: false,
      problems: [{ code: 'REQUIRED', path: ['input', 'config'] }],
    });
  });
});
