import { describe, expect, it } from 'vitest';
import { compileForm } from './form-validator.js';

const at = ['input', 'data'];
const answers = (schema: Record<string, unknown>, data: unknown) =>
  compileForm(schema)
    .validate(data, at)
    .map(({ path, message }) => [path!.slice(2).join('/'), message]);

const expenses = {
  type: 'object',
  properties: {
    despesas: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          valor: { type: 'string', format: 'money' },
          tipo: {
            type: 'string',
            oneOf: [
              { const: 'NF', title: 'Nota fiscal' },
              { const: 'RECIBO', title: 'Recibo' },
            ],
          },
        },
        required: ['valor', 'tipo'],
        additionalProperties: false,
      },
    },
    prestador: { type: 'string', enum: ['PF', 'PJ'] },
    cpf: { type: 'string', format: 'cpf' },
    declaro: { const: true },
  },
  required: ['despesas', 'declaro'],
  allOf: [{ if: { properties: { prestador: { const: 'PF' } }, required: ['prestador'] }, then: { required: ['cpf'] } }],
  dependentRequired: { cpf: ['prestador'] },
};

describe('a form validator', () => {
  it('takes what satisfies the form', () => {
    const data = { despesas: [{ valor: '380.00', tipo: 'NF' }], prestador: 'PF', cpf: '529.982.247-25', declaro: true };
    expect(compileForm(expenses).validate(data, at)).toEqual([]);
  });

  it('reports one FORM_INVALID for each place, below the path given', () => {
    const data = { despesas: [{ valor: '380', tipo: 'X', extra: 1 }, { tipo: 'NF' }], declaro: false, prestador: 3 };
    expect(compileForm(expenses).validate(data, at)[0]).toEqual({
      code: 'FORM_INVALID',
      message: 'Este campo não existe no formulário.',
      path: ['input', 'data', 'despesas', '0', 'extra'],
    });
    expect(answers(expenses, data).toSorted()).toEqual([
      ['declaro', 'É preciso marcar esta opção.'],
      ['despesas/0/extra', 'Este campo não existe no formulário.'],
      ['despesas/0/tipo', 'Escolha uma das opções.'],
      ['despesas/0/valor', 'Informe um valor com duas casas decimais, como 380.00.'],
      ['despesas/1/valor', 'Preencha este campo.'],
      ['prestador', 'Informe um texto.'],
    ]);
  });

  it('reports what a condition demands at the field that it demands', () => {
    expect(answers(expenses, { despesas: [{ valor: '1.00', tipo: 'NF' }], declaro: true, prestador: 'PF' })).toEqual([
      ['cpf', 'Preencha este campo.'],
    ]);
  });

  it('reports a dependent field at that field', () => {
    const data = { despesas: [{ valor: '1.00', tipo: 'NF' }], declaro: true, cpf: '52998224725' };
    expect(answers(expenses, data)).toEqual([['prestador', 'Preencha este campo.']]);
  });

  it.each([null, undefined, 'x', 7, [], new Date(0)])('refuses %s, which is no filled-in form', (data) => {
    expect(answers(expenses, data)).toEqual([['', 'Preencha o formulário.']]);
  });

  const anything = { type: 'object', properties: { a: {} } };

  it('refuses keys that lead to a prototype, at any depth', () => {
    const data = JSON.parse('{"__proto__":{"x":1},"a":[{"constructor":1},{"prototype":1}]}');
    expect(answers(anything, data).map(([place]) => place)).toEqual(['__proto__', 'a/0/constructor', 'a/1/prototype']);
  });

  it('refuses numbers that are none and values that JSON does not have', () => {
    const data = { a: [Number.NaN, Number.POSITIVE_INFINITY, () => 1, new Map(), 1n] };
    expect(answers(anything, data).map(([place]) => place)).toEqual(['a/0', 'a/1', 'a/2', 'a/3', 'a/4']);
  });

  it('is bounded: 16 levels, 1000 elements, 64 KiB', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
    expect(answers(anything, deep(16))).toEqual([]);
    expect(answers(anything, deep(17))).toHaveLength(1);
    expect(answers(anything, { a: Array.from({ length: 1001 }, () => 1) })).toEqual([
      ['a', 'Informe no máximo 1000 itens.'],
    ]);
    expect(answers(anything, { a: 'x'.repeat(64 * 1024) })).toEqual([['', 'O formulário preenchido passa de 64 KB.']]);
    expect(answers(anything, { a: 'é'.repeat(33 * 1024) })).toHaveLength(1);
  });

  it('reports at most 100 problems', () => {
    const data = { despesas: Array.from({ length: 200 }, () => ({})), declaro: true };
    expect(answers(expenses, data)).toHaveLength(100);
  });

  it('does not take an inherited member for a field', () => {
    const schema = { type: 'object', properties: { toString: { type: 'string' } }, required: ['toString'] };
    expect(answers(schema, {})).toEqual([['toString', 'Preencha este campo.']]);
  });

  it('compiles two forms with the same $id', () => {
    const schema = { $id: 'https://forms.example/a', ...anything };
    expect([answers(schema, {}), answers({ ...schema }, {})]).toEqual([[], []]);
  });

  it('matches no pattern against a text that is too long for it', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', pattern: '^a+$' } } };
    expect(answers(schema, { a: 'a'.repeat(200) })).toEqual([]);
    expect(answers(schema, { a: 'a'.repeat(201) })).toEqual([['a', 'O valor não está no formato esperado.']]);
  });
});
