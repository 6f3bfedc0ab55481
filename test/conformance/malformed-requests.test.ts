import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../src/platform/graphql/schema.js';
import { resolvers } from '../../src/resolvers.js';
import { seedDemo } from '../../src/seed/seed-demo.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import type { GraphQLAnswer, TestClient } from '../kit/client.js';

let app: TestApp;
let schema: GraphQLSchema;
let clients: TestClient[];
let ids: string[];
beforeAll(async () => {
  app = await startTestApp();
  schema = await buildGraphQLSchema(resolvers, () => ({}));
  await seedDemo(app.database, app.app.services, app.clock.now());
  clients = await Promise.all([
    app.client('supervisor', { operator: 'demo', subject: 'supervisor.paulo' }),
    app.client('configurator', { operator: 'demo', subject: 'admin.rita' }),
    app.client('beneficiary', { operator: 'demo', subject: 'ana.souza' }),
  ]);
  const { occurrences } = await clients[0]!.data(`{
    occurrences(first: 3) { nodes {
      id status { id } type { id statuses { id } tabs { id } protocolType { id } }
      tabs { entries { id } } beneficiary { id } attendant { id }
    } }
  }`);
  ids = [...new Set(JSON.stringify(occurrences).match(/[a-z]{3}_[0-9a-z]{26}/g))];
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

/** The same numbers at every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const strings: readonly string[] = [
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
const misfits: readonly unknown[] = [
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
function valueFor(type: GraphQLInputType, roll: (sides: number) => number, depth = 0): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, roll, depth);
  if (roll(60) === 0) return misfits[roll(misfits.length)];
  if (isListType(type)) return Array.from({ length: roll(4) }, () => valueFor(type.ofType, roll, depth + 1));
  if (isEnumType(type)) return type.getValues()[roll(type.getValues().length)]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || roll(depth > 4 ? 8 : 2) === 0,
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueFor(field.type, roll, depth + 1)]));
  }
  if (type.name === 'ID') return roll(5) === 0 ? strings[roll(strings.length)] : ids[roll(ids.length)];
  const fitting = values[type.name] ?? strings;
  return fitting[roll(fitting.length)];
}

/** What is asked of a result: its plain fields, and one level further down. */
function selectionOf(field: GraphQLField<unknown, unknown>, depth = 0): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields())
    .filter((one) => one.args.length === 0 && (isLeafType(getNamedType(one.type)) || depth < 2))
    .map((one) => `${one.name} ${selectionOf(one, depth + 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

function operationOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind} ${variables && `(${variables})`} { ${field.name} ${given && `(${given})`} ${selectionOf(field)} }`;
}

const rounds = 12;

/** The answer to somebody who may ask that. */
async function answerOf(operation: string, variables: Record<string, unknown>): Promise<GraphQLAnswer<unknown>> {
  let answer!: GraphQLAnswer<unknown>;
  for (const client of clients) {
    answer = await client.execute<unknown>(operation, variables);
    if (answer.errors?.[0]?.extensions.code !== 'FORBIDDEN') break;
  }
  return answer;
}

describe('a malformed request', () => {
  it('is never a surprise, whatever field it goes to and whatever it holds', async () => {
    const roll = dice(20_261_124);
    const fields = [
      ...Object.values(schema.getQueryType()!.getFields()).map((field) => ['query', field] as const),
      ...Object.values(schema.getMutationType()!.getFields()).map((field) => ['mutation', field] as const),
    ];
    const surprises: unknown[] = [];
    let asked = 0;
    for (let round = 0; round < rounds; round++) {
      for (const [kind, field] of fields) {
        const variables = Object.fromEntries(field.args.map(({ name, type }) => [name, valueFor(type, roll)]));
        const { status, errors = [] } = await answerOf(operationOf(kind, field), variables);
        asked++;
        const unexpected = errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR');
        const told = JSON.stringify(errors);
        if (status >= 500 || unexpected || /\bselect\b .* from|node_modules|\bat .*\.[jt]s:/.test(told)) {
          surprises.push({ field: field.name, status, variables, errors, log: app.logged.slice(-1) });
        }
      }
    }
    expect(surprises).toEqual([]);
    expect(asked).toBe(rounds * fields.length);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  }, 120_000);

  it('is never a surprise, whatever bytes it is made of', async () => {
    const roll = dice(7);
    const whole = JSON.stringify({
      query: 'query ($id: ID!) { occurrence(id: $id) { id } }',
      variables: { id: ids[0] },
    });
    const statuses = new Set<number>();
    for (let turn = 0; turn < 500; turn++) {
      const bytes = Buffer.from(whole);
      for (let change = 0; change <= roll(6); change++) bytes[roll(bytes.length)] = roll(256);
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${clients[0]!.token}` },
        body: bytes.subarray(0, roll(4) === 0 ? roll(bytes.length) : bytes.length),
      });
      statuses.add(response.status);
      const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      expect(answer.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('INTERNAL_SERVER_ERROR');
    }
    expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([]);
  }, 60_000);
});
