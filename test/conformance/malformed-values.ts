import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';

export type Roll = (sides: number) => number;

/** The same numbers at every run. */
export function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export const strings: readonly string[] = [
  '',
  ' ',
  'a',
  'Recibo',
  'reembolso',
  'a'.repeat(300),
  'a'.repeat(20_000),
  '🚑'.repeat(300),
  "'; drop table occurrence; --",
  '%',
  '_',
  '\\',
  '$1',
  '${x}',
  '{{ x | y }}',
  '{% for i in (1..100000000) %}',
  '{{ protocolo }}',
  '../../etc/passwd',
  '<script>',
  'null',
  'constructor',
  '__proto__',
  'toString',
  '\u202e',
  '\t\n',
  '\u0001',
  'a\0b',
  '99999120261124000001',
  '+275760-09-13',
  '(a+)+$',
  '#',
  Buffer.from('["NEWEST","x"]').toString('base64url'),
  Buffer.from('log:1:2').toString('base64url'),
  'e30',
  '0001000001',
];

/** What each scalar takes, at its edges. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  String: strings,
  Int: [0, 1, 2, 5, 20, 100, 101, -1, 2 ** 31 - 1, -(2 ** 31)],
  Boolean: [true, false],
  Float: [0, -1, 1.5, 1e308],
  DateTime: [
    '2026-11-24T12:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '2026-11-24T12:00:00-12:00',
    '+275760-09-13T00:00:00Z',
  ],
  LocalDate: ['2026-11-24', '2026-12-24', '0001-01-01', '9999-12-31', '2024-02-29'],
  EmailAddress: ['ana@example.org', `${'a'.repeat(60)}@${'b'.repeat(60)}.example.org`],
  HexColorCode: ['#fff', '#1D4ED8', '#1d4ed8ff'],
  URL: ['https://example.org', 'http://127.0.0.1', 'javascript:alert(1)'],
  JSONObject: [
    {},
    { a: [] },
    { a: { b: { c: {} } } },
    { type: 'object' },
    { type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } },
    { type: 'object', additionalProperties: false, properties: { a: { $ref: '#' } } },
    { $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: '#/$defs/x' },
    { '==': [1, { var: 'x' }] },
    { var: 'status.chave' },
    { and: Array.from({ length: 200 }, () => ({ '!': [true] })) },
    { to: '{{', subject: '', body: '' },
    { to: '{{ solicitante.email }}', subject: 'x', body: 'y' },
    { url: 'https://example.org', secret: 'whsec_', headers: { 'a b': '\n' }, timeoutMs: -1 },
    { title: 'x'.repeat(500), body: '{{ comentario }}' },
    { constructor: 1, hasOwnProperty: 2 },
    { descricao: 1e308, valor: '10,00', anexo: 'upl_00000000000000000000000000' },
  ],
};

/** What no type takes, or none should. */
export const misfits: readonly unknown[] = [
  null,
  '\0',
  '\ud800',
  1e308,
  2 ** 31,
  1.5,
  true,
  [],
  {},
  [[]],
  [null],
  { a: '\0' },
  '2026-02-30T00:00:00Z',
];

/** A value that fits its type, but for one in sixty; whether it makes sense is another matter. */
export function valueFor(type: GraphQLInputType, ids: readonly string[], roll: Roll, depth = 0): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, ids, roll, depth);
  if (roll(60) === 0) return misfits[roll(misfits.length)];
  if (isListType(type)) return Array.from({ length: roll(4) }, () => valueFor(type.ofType, ids, roll, depth + 1));
  if (isEnumType(type)) return type.getValues()[roll(type.getValues().length)]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || roll(depth > 4 ? 8 : 2) === 0,
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueFor(field.type, ids, roll, depth + 1)]));
  }
  if (type.name === 'ID') return roll(5) === 0 ? strings[roll(strings.length)] : ids[roll(ids.length)];
  const fitting = values[type.name] ?? strings;
  return fitting[roll(fitting.length)];
}
