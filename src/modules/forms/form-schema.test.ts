import { describe, expect, it } from 'vitest';
import { checkFormSchema } from './form-schema.js';

const at = ['input', 'schema'];
const form = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'object',
  properties,
  ...more,
});
const places = (schema: unknown) => checkFormSchema(schema, at).map(({ path }) => path!.slice(2).join('/'));
const nested = (levels: number): Record<string, unknown> =>
  levels === 0 ? { type: 'string' } : form({ a: nested(levels - 1) });

describe('checkFormSchema', () => {
  it('takes a form with our formats, annotations, conditions and references', () => {
    const schema = form(
      {
        forma: { type: 'string', title: 'Como?', oneOf: [{ const: 'PIX', title: 'Pix' }, { const: 'CONTA' }] },
        cpf: { type: 'string', format: 'cpf', 'x-sensitive': 'FINANCIAL' },
        chave: { type: ['string', 'null'], minLength: 1, pattern: '^[a-z]+$' },
        recibo: { type: 'string', format: 'attachment', 'x-accept': ['application/pdf'], 'x-maxSizeMb': 10 },
        enderecos: { type: 'array', items: { $ref: '#/$defs/endereco' }, maxItems: 3 },
      },
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'https://forms.example/pagamento',
        $defs: { endereco: form({ cep: { type: 'string', format: 'cep' } }, { required: ['cep'] }) },
        required: ['forma'],
        allOf: [
          { if: { properties: { forma: { const: 'PIX' } }, required: ['forma'] }, then: { required: ['chave'] } },
        ],
        additionalProperties: false,
      },
    );
    expect(checkFormSchema(schema, at)).toEqual([]);
  });

  it.each([null, 'x', 1, [], true])('refuses %j, which is no object', (schema) => {
    expect(checkFormSchema(schema, at)).toEqual([
      { code: 'INVALID', message: 'A form is a JSON Schema, an object.', path: ['input', 'schema'] },
    ]);
  });

  it('asks for an object schema that lists its fields', () => {
    expect(places({ type: 'array' })).toEqual(['type', 'properties']);
  });

  it('takes only JSON Schema 2020-12', () => {
    expect(places(form({}, { $schema: 'http://json-schema.org/draft-07/schema#' }))).toEqual(['$schema']);
  });

  it('reports every problem at once, each at its place', () => {
    const schema = form(
      {
        a: { type: 'strng' },
        b: { type: 'string', format: 'ssn' },
        c: { type: 'string', pattern: '(a+)+$' },
        d: { type: 'string', 'x-sensitive': 'SECRET' },
        e: { type: 'string', colour: 'red' },
        f: { minLength: 2 },
        g: { type: 'string', minLength: -1 },
        h: { type: 'array', items: { type: 'string', format: 'ssn' } },
        'a.b': { type: 'string' },
      },
      { required: ['b', 'z'] },
    );
    expect(checkFormSchema(schema, at).every(({ code }) => code === 'INVALID')).toBe(true);
    expect(places(schema).toSorted()).toEqual([
      'properties/a.b',
      'properties/a/type',
      'properties/b/format',
      'properties/c/pattern',
      'properties/d/x-sensitive',
      'properties/e/colour',
      'properties/f',
      'properties/g/minLength',
      'properties/h/items/format',
      'required/1',
    ]);
  });

  it('reports all that strict mode says, not the first alone', () => {
    const schema = form({ a: { minLength: 1 }, b: { maximum: 3 }, c: { type: 'string', minimum: 1 } });
    expect(places(schema)).toEqual(['properties/a', 'properties/b', 'properties/c']);
  });

  it('knows the fields that a condition may require wherever they are declared', () => {
    const branch = { if: { required: ['a'] }, then: { properties: { b: { type: 'string' } }, required: ['b', 'c'] } };
    expect(places(form({ a: { type: 'string' } }, { allOf: [branch] }))).toEqual(['allOf/0/then/required/1']);
  });

  it.each(['https://forms.example/other.json', 'other.json#/a', '#anchor', '#/$defs/missing', '#/properties/a/const'])(
    'refuses the reference %s',
    ($ref) => {
      expect(places(form({ a: { const: { type: 'string' } }, b: { $ref } }))).toEqual(['properties/b/$ref']);
    },
  );

  it('refuses a form that contains itself', () => {
    expect(places(form({ a: { $ref: '#' } }))).toEqual(['properties/a/$ref']);
  });

  it('refuses references that multiply what is to be checked', () => {
    const $defs: Record<string, unknown> = { d0: { type: 'string' } };
    for (let i = 1; i <= 30; i++) {
      const $ref = `#/$defs/d${i - 1}`;
      $defs[`d${i}`] = { allOf: [{ $ref }, { $ref }] };
    }
    expect(places(form({ a: { $ref: '#/$defs/d30' } }, { $defs }))).toEqual(['']);
  });

  it('refuses dynamic references, anchors and an identity below the root', () => {
    const schema = form({
      a: { $dynamicRef: '#x' },
      b: { $anchor: 'x', type: 'string' },
      c: { $id: 'x', type: 'string' },
    });
    expect(places(schema).toSorted()).toEqual(['properties/a/$dynamicRef', 'properties/b/$anchor', 'properties/c/$id']);
  });

  it('refuses names that lead to a prototype', () => {
    const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{}}}');
    expect(places(schema)).toEqual(['properties/__proto__', 'properties/constructor']);
  });

  it('is bounded: 32 levels, 500 fields, 256 KiB', () => {
    expect(places(nested(15))).toEqual([]);
    expect(places(nested(16))).toHaveLength(1);
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, {}]));
    expect(places(form(many(500)))).toEqual([]);
    expect(places(form(many(501)))).toEqual(['properties']);
    expect(places(form({ a: { type: 'string', description: 'x'.repeat(256 * 1024) } }))).toEqual(['']);
  });

  it('ends on a schema that holds itself', () => {
    const schema: Record<string, unknown> = form({});
    schema.$defs = { schema };
    expect(checkFormSchema(schema, at)).toHaveLength(1);
  });

  it('refuses an unsafe pattern among the names of fields, too', () => {
    expect(places(form({}, { patternProperties: { '^(a+)+$': { type: 'string' } } }))).toEqual([
      'patternProperties/^(a+)+$',
    ]);
  });
});
