import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RedisBus } from '../../src/platform/events/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import { TestClient } from '../kit/client.js';
import { withClient } from '../kit/database.js';
import { full } from '../kit/faults.js';
import { hasRedisServer } from '../kit/redis.js';
import { TestStream } from '../kit/stream.js';
import { RawSocket } from '../realtime/raw-socket.js';
import { foreignCalls } from './foreign-calls.js';
import { operationCalls } from './operation-calls.js';
import { findPlanted, type Outlets, watchOutlets } from './outlets.js';
import { marker, populate } from './populate.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** Of a member, a member of staff, a system: whatever of it is found where it does not belong is found by name. */
const planted: Record<string, string> = {
  'every name, note, message, form entry and file': marker,
  'a CPF': '52998224725',
  'a CPF with its dots': '529.982.247-25',
  'a phone': '+5511987654321',
  'an e-mail': 'zuleica.marcada@segredo.example',
  'a name': 'Zuleica Marcada',
  'a card number': 'CARTAO7788991',
  'a subject': 'sujeito.zuleica',
  'a secret of a hook': 'whsec_c2VncmVkby1zZWdyZWRvLXNlZ3JlZG8t',
  'a password': 'S3nh4-d4-Zuleica',
};

const resources = new AsyncDisposableStack();
const loggedByBus: string[] = [];
/** What was told to those whom it does not concern. */
const toldOthers: string[] = [];
let app: TestApp;
let outlets: Outlets;
let ids: Record<string, string>;
let staff: TestClient;
let member: TestClient;
let others: TestClient[];

const trusting = {
  // The name and the card come with the token.
  name: planted['a name']!,
  subject: planted['a subject']!,
  claims: {
    membership_number: planted['a card number'],
    email: planted['an e-mail'],
    phone_number: planted['a phone'],
  },
};

beforeAll(async () => {
  outlets = resources.use(await watchOutlets());
  const log = createLogger('debug', { write: (line: string) => void loggedByBus.push(line) });
  app = resources.use(
    await startTestApp({
      environment: { REDIS_URL: outlets.redisUrl, RATE_LIMIT_POINTS: '100000000' },
      bus: resources.use(new RedisBus(outlets.redisUrl, log)),
    }),
  );
  ids = await populate(app, 'alfa');
  staff = await app.client(['attendant', 'supervisor', 'configurator'], { name: planted['a name']! });
  member = await app.client('beneficiary', trusting);
  others = [
    new TestClient(app.url, null),
    await app.client(['attendant', 'supervisor', 'configurator'], { operator: 'beta' }),
    await app.client('beneficiary', { operator: 'beta' }),
  ];
  planted['a token'] = staff.token!;
  planted['another token'] = member.token!;
  planted['a signature'] = staff.token!.split('.')[2]!;
}, 60_000);
afterAll(() => resources.disposeAsync());

const upsert = `mutation ($input: BeneficiaryUpsertInput!) {
  beneficiaryUpsert(input: $input) { beneficiary { id name } userErrors { code message } } }`;
const addNote = `mutation ($id: ID!, $body: String!) {
  occurrenceNoteAdd(id: $id, input: { body: $body }) { userErrors { code } } }`;

const everything = (): string => Object.values(planted).join(' ');

const writes: readonly [string, Record<string, unknown>][] = [
  [
    upsert,
    {
      input: {
        membershipNumber: planted['a card number'],
        name: planted['a name'],
        email: planted['an e-mail'],
        phone: planted['a phone'],
      },
    },
  ],
  [addNote, { id: 'occurrence', body: everything() }],
  [
    `mutation ($id: ID!, $body: String!) { occurrenceMessagePost(id: $id, input: { body: $body }) { userErrors { code } } }`,
    { id: 'occurrence', body: everything() },
  ],
  [
    `mutation ($id: ID!, $body: String!) { occurrenceUpdate(id: $id, input: { description: $body }) { userErrors { code } } }`,
    { id: 'occurrence', body: everything() },
  ],
  [
    `mutation ($id: ID!, $data: JSONObject!) {
       occurrenceTabEntrySave(id: $id, input: { tabKey: "pedido", data: $data }) { userErrors { code } } }`,
    { id: 'occurrence', data: { texto: everything() } },
  ],
  [
    `mutation ($id: ID!, $config: JSONObject!) {
       actionCreate(occurrenceTypeId: $id, input: {
         key: "gancho", description: "x", statusKey: "aberto", kind: HOOK, config: $config
       }) { userErrors { code message } } }`,
    {
      id: 'occurrenceType',
      config: {
        url: 'https://erp.example/hooks',
        secret: planted['a secret of a hook'],
        headers: { authorization: planted['a password'] },
      },
    },
  ],
];
const ofThis = (variables: Record<string, unknown>) => ({
  ...variables,
  ...(typeof variables.id === 'string' && { id: ids[variables.id] }),
});

const found = (lines: readonly string[]) => findPlanted(planted, lines);

describe.runIf(hasRedisServer())('what is personal', () => {
  it('is written and read by whom it concerns', async () => {
    for (const [query, variables] of writes) {
      const payload = Object.values(await staff.data(query, ofThis(variables)))[0] as { userErrors: object[] };
      expect(payload.userErrors).toEqual([]);
    }
    await member.data('{ viewer { id } myOccurrences { nodes { id } } inbox { nodes { title } } }');
    const seen = await staff.execute('query ($id: ID!) { occurrence(id: $id) { description } }', {
      id: ids.occurrence,
    });
    expect(JSON.stringify(seen)).toContain(planted['a CPF']!);
  });

  it('is sent along with every operation, also with those that fail or are refused', async () => {
    const calls = operationCalls(schema, ids);
    for (const call of calls.filter(({ isStream }) => !isStream)) {
      for (const client of [...others, member, staff]) {
        const answer = await client.execute(call.query, call.variables);
        if (others.includes(client)) toldOthers.push(JSON.stringify(answer));
      }
    }
    const values = Object.values(planted);
    for (const [turn, call] of foreignCalls(schema).entries()) {
      const tried = full ? values : [values[turn % values.length]!];
      for (const value of tried) await staff.execute(call.query, call.variables(value));
      toldOthers.push(JSON.stringify(await others[1]!.execute(call.query, call.variables('x'))));
    }
    expect(toldOthers.length).toBeGreaterThan(100);
  }, 600_000);

  it('is sent in requests that are broken, with tokens that prove nothing, and over WebSocket', async () => {
    const tokens = [`${planted['another token']}x`, everything().replaceAll(/[^ -~]/g, ''), planted['a password']!];
    for (const token of tokens) {
      await new TestClient(app.url, token).execute('{ viewer { id } }');
      await using raw = await RawSocket.open(`${app.url}/graphql`);
      raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      expect((await raw.closed).code).toBe(4403);
    }
    const texts = [`{"query": "${everything()}`, everything(), JSON.stringify({ query: `{ ${everything()} }` })];
    for (const body of texts) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${staff.token}` };
      await fetch(`${app.url}/graphql`, { method: 'POST', headers, body });
      await fetch(`${app.url}/${encodeURIComponent(body.slice(0, 200))}?q=${encodeURIComponent(body)}`, { headers });
      await fetch(`${app.url}/attachments/${encodeURIComponent(planted['a name']!)}?s=${encodeURIComponent(body)}`);
      await using raw = await RawSocket.admitted(`${app.url}/graphql`, staff.token!);
      raw.subscribe('1', `subscription { queueUpdates(after: ${JSON.stringify(everything())}) { cursor } }`);
      raw.subscribe('2', body);
      raw.send(body);
      await raw.closed;
    }
    await using stream = new TestStream(staff, 'subscription { queueUpdates { kind occurrence { description } } }');
    await stream.next();
    await staff.data(addNote, { id: ids.occurrence, body: everything() });
    await stream.next();
  });

  it('is in hand while the database fails in ways that nobody expects', async () => {
    const asOwner = (sql: string) => withClient(app.testDatabase.ownerUrl, (client) => client.query(sql));
    const { rows } = await withClient(app.testDatabase.ownerUrl, (client) =>
      client.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public'
            and table_type = 'BASE TABLE' and table_name <> 'operator' and table_name not like '%migration%'`,
      ),
    );
    const telling = [
      'beneficiary',
      'occurrence',
      'operator_log',
      'note',
      'message',
      'tab_entry',
      'configuration_change',
    ];
    const tables = rows.filter(({ name }) => full || telling.includes(name));
    expect(tables.length).toBeGreaterThanOrEqual(telling.length);
    // A value that cannot be cast is quoted whole.
    await asOwner(`create function quote_row() returns trigger language plpgsql as
      'begin perform to_jsonb(new)::text::int; return new; end'`);
    const failing = app.logged.length;
    for (const { name } of tables) {
      const faults = [
        [
          `create trigger broken before insert or update on ${name} for each row execute function quote_row()`,
          `drop trigger broken on ${name}`,
        ],
        [
          `alter table ${name} add constraint broken check (false) not valid`,
          `alter table ${name} drop constraint broken`,
        ],
        [`alter table ${name} rename to gone`, `alter table gone rename to ${name}`],
      ] as const;
      for (const [fault, remedy] of faults) {
        await asOwner(fault);
        for (const [query, variables] of writes) await staff.execute(query, ofThis(variables));
        await member.execute('{ viewer { id } myOccurrences { nodes { id description } } }');
        await asOwner(remedy);
      }
    }
    const unexpected = app.logged.slice(failing).filter((line) => line.includes('unexpected error'));
    expect(unexpected.length).toBeGreaterThan(10);
    await asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    for (const [query, variables] of writes) await staff.execute(query, ofThis(variables));
  }, 600_000);

  it('is in no line of the log, though everything is logged', () => {
    expect(app.logged.length).toBeGreaterThan(30);
    expect(found([...app.logged, ...loggedByBus])).toEqual([]);
    expect(found(outlets.printed)).toEqual([]);
  });

  it('is in no metric', async () => {
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('http_request_duration_seconds');
    expect(found([metrics])).toEqual([]);
  });

  it('is in nothing that Redis is sent or holds', async () => {
    expect(outlets.sent.filter((line) => line.startsWith('publish')).length).toBeGreaterThan(5);
    const { keys, values } = await outlets.held();
    expect(keys.length).toBeGreaterThan(0);
    expect(found([...outlets.sent, ...keys, ...values])).toEqual([]);
  });

  it('is in no answer to those whom it does not concern', () => {
    expect(found(toldOthers)).toEqual([]);
  });
});
