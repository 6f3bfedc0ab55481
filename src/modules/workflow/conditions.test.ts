import { describe, expect, it } from 'vitest';
import { conditionHolds } from './condition-evaluation.js';
import { checkCondition, conditionNames, renameInCondition } from './conditions.js';
import { exampleKnown, storedExample } from './example-type.fixture.js';
import { definitionOf } from './definition.js';
import { templateNames } from './template-names.js';

const names = conditionNames(definitionOf(storedExample), exampleKnown.forms);
const found = (rule: unknown): [string, string][] =>
  checkCondition(rule, names, ['condition']).map(({ code, path }) => [code, path!.join(' ')]);

it('a condition reads what templates do, the fields of the intake and those of the tabs', () => {
  expect([...names]).toEqual([
    ...templateNames,
    'formulario.valor',
    'formulario.endereco.cidade',
    'abas.dados.valor',
    'abas.dados.endereco.cidade',
  ]);
});

it('a type without forms has conditions over the names of templates alone', () => {
  expect([...conditionNames({ intakeFormId: null, tabs: [] }, new Map())]).toEqual(templateNames);
});

describe('a condition that is saved', () => {
  it.each([
    [{ '==': [{ var: 'status.chave' }, 'pago'] }],
    [{ '!': { var: 'statusAnterior.chave' } }],
    [{ '!!': [{ var: ['comentario', ''] }] }],
    [{ in: [{ var: 'status.chave' }, ['pago', 'negado']] }],
    [{ '<': [100, { var: 'abas.dados.valor' }, 200] }],
    [
      {
        if: [{ missing: ['formulario.valor', 'link'] }, false, { '>': [{ '+': [{ var: 'formulario.valor' }, 1] }, 2] }],
      },
    ],
    [{ and: [{ or: [true, false] }, { '===': [{ cat: ['a', { substr: ['bc', 0, 1] }] }, 'ab'] }] }],
  ])('may be %j', (rule) => {
    expect(found(rule)).toEqual([]);
  });

  it.each([['text'], [null], [[]], [{}], [{ and: [], or: [] }]])('is an object with one operator, not %j', (rule) => {
    expect(found(rule)).toEqual([['INVALID', 'condition']]);
  });

  it.each([
    [{ log: 'a' }, 'condition log'],
    [{ method: [{ var: 'link' }, 'at', [0]] }, 'condition method'],
    [{ map: [[1], 1] }, 'condition map'],
    [{ constructor: [1] }, 'condition constructor'],
    [JSON.parse('{"__proto__":[1]}') as unknown, 'condition __proto__'],
    [{ '==': [{ reduce: [[1], 1] }, 1] }, 'condition == 0 reduce'],
    [{ '!': { filter: [1] } }, 'condition ! filter'],
  ])('has known operators alone, not %j', (rule, path) => {
    expect(found(rule)).toEqual([['INVALID', path]]);
  });

  it('says which operators are known', () => {
    expect(checkCondition({ log: 1 }, names, [])[0]!.message).toMatch(
      /^"log" is no operator here\. Known are: var, missing, if, /,
    );
  });

  it.each([
    [{ '==': [1] }, 'condition =='],
    [{ '!': [1, 2] }, 'condition !'],
    [{ and: [] }, 'condition and'],
    [{ in: 'a' }, 'condition in'],
    [{ var: [] }, 'condition var'],
    [{ and: Array(51).fill(1) }, 'condition and'],
  ])('gives operators as many operands as they take, unlike %j', (rule, path) => {
    expect(found(rule)).toEqual([['INVALID', path]]);
  });

  it.each([
    [{ '!!': { var: 'cpf' } }, 'condition !! var'],
    [{ '!!': { var: ['cpf', 1] } }, 'condition !! var 0'],
    [{ '!!': { var: '' } }, 'condition !! var'],
    [{ '!!': { var: 0 } }, 'condition !! var'],
    [{ '!!': { var: { cat: ['c', 'pf'] } } }, 'condition !! var'],
    [{ '!!': { var: 'status.constructor' } }, 'condition !! var'],
    [{ '!!': { var: '__proto__' } }, 'condition !! var'],
    [{ '!!': { var: ['link', { var: 'cpf' }] } }, 'condition !! var 1 var'],
    [{ missing: ['link', 'cpf'] }, 'condition missing 1'],
    [{ missing: { var: 'link' } }, 'condition missing'],
  ])('names known names alone, unlike %j', (rule, path) => {
    expect(found(rule)).toEqual([['INVALID', path]]);
  });

  it('has objects only as operators', () => {
    expect(found({ '==': [{ a: 1, b: 2 }, 1] })).toEqual([['INVALID', 'condition == 0']]);
  });

  it('has a bounded depth', () => {
    const nested = (depth: number): unknown => (depth === 0 ? true : { '!': nested(depth - 1) });
    expect(found(nested(12))).toEqual([]);
    expect(found(nested(13))).toEqual([['INVALID', `condition ${Array(12).fill('!').join(' ')}`]]);
    expect(found(nested(5_000))).toHaveLength(1);
  });

  it('has a bounded length', () => {
    expect(found({ '==': ['a'.repeat(9_980), 'a'] })).toEqual([]);
    expect(found({ '==': ['a'.repeat(10_000), 'a'] })).toEqual([['INVALID', 'condition']]);
  });
});

describe('a condition that is evaluated', () => {
  const values = {
    status: { chave: 'pago' },
    statusAnterior: null,
    formulario: { valor: 150, endereco: { cidade: 'Vitória' }, opcoes: ['A', 'B'] },
    abas: { dados: { valor: '90.50' } },
  };

  it('always holds where there is none', () => {
    expect(conditionHolds(null, values)).toBe(true);
  });

  it.each([
    [{ '==': [{ var: 'status.chave' }, 'pago'] }, true],
    [{ '==': [{ var: 'status.chave' }, 'negado'] }, false],
    [{ '>': [{ var: 'formulario.valor' }, 100] }, true],
    [{ '>': [{ var: 'abas.dados.valor' }, 100] }, false],
    [{ '==': [{ var: 'formulario.endereco.cidade' }, 'Vitória'] }, true],
    [{ in: ['B', { var: 'formulario.opcoes' }] }, true],
    [{ '!': { var: 'statusAnterior.chave' } }, true],
    [{ '==': [{ var: ['statusAnterior.chave', 'none'] }, 'none'] }, true],
    [{ '!!': { missing: ['status.chave'] } }, false],
    [{ '!!': { missing: ['comentario'] } }, true],
    [{ missing: ['comentario'] }, true],
    [{ missing: ['status.chave'] }, false],
  ])('%j is %s', (rule, outcome) => {
    expect(conditionHolds(rule, values)).toBe(outcome);
  });

  it('reaches no prototype', () => {
    const inherited = { status: Object.create({ chave: 'pago' }) as object };
    for (const name of [
      'status.chave',
      'status.constructor',
      'constructor',
      '__proto__',
      'toString',
      'status.chave.length',
    ]) {
      expect(conditionHolds({ '!!': { var: name } }, inherited)).toBe(false);
    }
    expect(conditionHolds({ '!!': { var: 'status.chave.length' } }, values)).toBe(false);
  });

  it('does not hold where it cannot be evaluated', () => {
    expect(conditionHolds({ log: 'a' }, values)).toBe(false);
    expect(conditionHolds({ '==': [{ var: 'formulario' }, 'a'] }, { formulario: { toString: 1, valueOf: 1 } })).toBe(
      false,
    );
  });
});

it('a tab that is renamed is read by its new key, where names stand and nowhere else', () => {
  const rule = {
    and: [
      { var: 'abas.dados.valor' },
      { var: ['abas.dados.valor', { var: 'abas.dados.a' }] },
      { missing: ['abas.dados.valor', 'link'] },
      { '==': ['abas.dados.valor', { var: 'abas.dados2.valor' }] },
    ],
  };
  expect(renameInCondition(rule, 'abas.dados.', 'abas.novo.')).toEqual({
    and: [
      { var: 'abas.novo.valor' },
      { var: ['abas.novo.valor', { var: 'abas.novo.a' }] },
      { missing: ['abas.novo.valor', 'link'] },
      { '==': ['abas.dados.valor', { var: 'abas.dados2.valor' }] },
    ],
  });
});
