import { describe, expect, it } from 'vitest';
import { checkUiSchema } from './ui-schema.js';

const form = {
  type: 'object',
  properties: {
    nome: { type: 'string' },
    endereco: { $ref: '#/$defs/endereco' },
  },
  $defs: { endereco: { type: 'object', properties: { cep: { type: 'string' } } } },
};
const at = ['input', 'uiSchema'];
const places = (uiSchema: unknown) => checkUiSchema(uiSchema, form, at).map(({ path }) => path!.slice(2).join('/'));
const control = (scope: unknown) => ({ type: 'Control', scope });

describe('checkUiSchema', () => {
  it('takes a layout of fields that the form has, and none at all', () => {
    const rule = { effect: 'SHOW', condition: { scope: '#/properties/nome', schema: { const: 'x' } } };
    const elements = [
      control('#/properties/nome'),
      { type: 'Group', label: 'Endereço', elements: [{ ...control('#/properties/endereco/properties/cep'), rule }] },
      { type: 'Label', text: 'Fim' },
    ];
    expect(places({ type: 'VerticalLayout', elements })).toEqual([]);
    expect([places(null), places(undefined)]).toEqual([[], []]);
  });

  it('reports every element at fault, each at its place', () => {
    const rule = { effect: 'SHOW', condition: { scope: '#/properties/x', schema: {} } };
    const elements = [
      control('#/properties/idade'),
      { type: 'Control' },
      { scope: '#/properties/nome' },
      'x',
      { type: 'HorizontalLayout', elements: [control('nome'), control('#/properties/endereco/properties/uf')] },
      { type: 'Group' },
      { type: 'VerticalLayout', elements: {} },
      { ...control('#/properties/nome'), rule },
    ];
    expect(places({ type: 'VerticalLayout', elements })).toEqual([
      'elements/0/scope',
      'elements/1/scope',
      'elements/2/type',
      'elements/3',
      'elements/4/elements/0/scope',
      'elements/4/elements/1/scope',
      'elements/5/elements',
      'elements/6/elements',
      'elements/7/rule/condition/scope',
    ]);
  });

  it('refuses what is no layout, or not bounded', () => {
    expect(places([])).toEqual(['']);
    expect(places({ type: 'Label', text: 'x'.repeat(256 * 1024) })).toEqual(['']);
  });
});
