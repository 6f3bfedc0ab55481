import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { digestOf } from '../../../src/modules/api-tokens/token-text.js';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { TestClient } from '../../kit/client.js';
import { withClient } from '../../kit/database.js';
import { hasRedisServer, startTestRedis } from '../../kit/redis.js';
import { RawSocket } from '../../realtime/raw-socket.js';
import { populate } from '../../permissions/populate.js';
import { answerTo, create, integration, revoke } from './tokens.js';

const day = 86_400_000;
const viewer = '{ viewer { id name roles permissions operator { slug } beneficiary { id } } }';

describe('an API token', () => {
  let app: TestApp;
  let configurator: TestClient;
  let occurrence: string;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
    occurrence = (await populate(app, 'alfa')).occurrence!;
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const withToken = (token: string) => new TestClient(app.url, token);

  it('speaks for a system of its operator, with its scopes and no others', async () => {
    const { client } = await integration(configurator, { scopes: ['occurrence:read', 'occurrence:note'] });
    expect((await client.data(viewer)).viewer).toEqual({
      id: expect.stringMatching(/^att_/),
      name: 'ERP',
      roles: ['INTEGRATION'],
      permissions: ['occurrence:note', 'occurrence:read'],
      operator: { slug: 'alfa' },
      beneficiary: null,
    });
    const beta = await integration(await app.client('configurator', { operator: 'beta' }));
    expect((await beta.client.data(viewer)).viewer.operator.slug).toBe('beta');
    const { errors } = await client.execute('{ occurrenceTypes { id } }');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });

  it('signs what it does: a system, by the name of the token', async () => {
    const scopes = ['occurrence:read', 'occurrence:note'];
    const { client } = await integration(configurator, { name: 'Autorizador', scopes });
    const note = 'mutation ($id: ID!) { occurrenceNoteAdd(id: $id, input: { body: "x" }) { userErrors { code } } }';
    expect((await client.data(note, { id: occurrence })).occurrenceNoteAdd.userErrors).toEqual([]);
    const { occurrence: read } = await client.data(
      'query ($id: ID!) { occurrence(id: $id) { history(last: 1) { nodes { __typename actor } } } }',
      { id: occurrence },
    );
    expect(read.history.nodes).toEqual([{ __typename: 'OccurrenceNoteAdded', actor: 'Autorizador' }]);
    const kind = await withClient(app.testDatabase.ownerUrl, (owner) =>
      owner.query('select actor_kind from occurrence_event where occurrence_id = $1 order by version desc limit 1', [
        occurrence,
      ]),
    );
    expect(kind.rows).toEqual([{ actor_kind: 'SYSTEM' }]);
  });

  it('can never make, revoke or list tokens, whatever its scopes', async () => {
    const { id, client } = await integration(configurator, { scopes: ['configuration:write', 'people:write'] });
    for (const query of [
      'mutation { apiTokenCreate(input: { name: "x", scopes: ["people:write"] }) { secret } }',
      `mutation { apiTokenRevoke(id: "${id}") { userErrors { code } } }`,
      '{ apiTokens { nodes { id } } }',
    ]) {
      const { errors } = await client.execute(query);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
    expect(await answerTo(client)).toBe('ok');
  });

  it('costs one question to the database a second, however many requests it makes, and one for its operator as anybody’s does', async () => {
    const { client } = await integration(configurator);
    const asks = async (times: number) => {
      app.statements.length = 0;
      const answers = await Promise.all(Array.from({ length: times }, () => answerTo(client)));
      expect(new Set(answers)).toEqual(new Set(['ok']));
      await app.app.services.knownApiTokens.settled();
      return app.statements.filter((statement) => /from "api_token"|from "operator"/.test(statement)).length;
    };
    await answerTo(await app.client('attendant'));
    expect(await asks(20)).toBe(2);
    expect(await asks(20)).toBe(0);
    app.clock.advance(1_000);
    // The operator's own row is asked for by whoever comes.
    expect(await asks(20)).toBe(2);
  });

  it('that has a slip in it is refused without asking the database', async () => {
    const { secret } = await integration(configurator);
    const slips = [secret.slice(0, -1), `${secret}0`, secret.replace('alfa', 'beta'), secret.toUpperCase(), 'ocr_'];
    app.statements.length = 0;
    for (const slip of slips) expect(await answerTo(withToken(slip))).toBe('UNAUTHENTICATED');
    expect(app.statements).toEqual([]);
  });

  it('that was never made, that has expired or is revoked, is refused in one way, which quotes nothing', async () => {
    const gone = await integration(configurator);
    await revoke(configurator, gone.id);
    const expiresAt = new Date(app.clock.now().getTime() + 1_000).toISOString();
    const brief = await integration(configurator, { expiresAt });
    expect(await answerTo(brief.client)).toBe('ok');
    app.clock.advance(999);
    expect(await answerTo(brief.client)).toBe('ok');
    app.clock.advance(1);
    // Made here, and of an operator that is not there; of one that is, and not in its table.
    const strange = ['ocr_demo_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ4LG7Fq', 'ocr_nonsense'];
    const answers = await Promise.all(
      [gone.secret, brief.secret, ...strange].map(async (token) => withToken(token).execute(viewer)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('of an operator that is suspended is refused, and good again afterwards', async () => {
    const client = (await integration(await app.client('configurator', { operator: 'beta' }))).client;
    const suspend = (value: string) =>
      withClient(app.testDatabase.ownerUrl, (owner) =>
        owner.query(`update operator set suspended_at = ${value} where slug = 'beta'`),
      );
    expect(await answerTo(client)).toBe('ok');
    await suspend('now()');
    app.clock.advance(1_000);
    expect(await answerTo(client)).toBe('UNAUTHENTICATED');
    await suspend('null');
    expect(await answerTo(client)).toBe('ok');
  });

  it('opens a connection for streams', async () => {
    const { client } = await integration(configurator);
    await using raw = await RawSocket.admitted(`${app.url}/graphql`, client.token!);
    raw.subscribe('1', 'subscription { queueUpdates { kind } }');
    expect((await raw.next()).payload).toEqual({ data: { queueUpdates: { kind: 'READY' } } });
  });

  it('stands in no line that is logged and in no error, however it is misused', async () => {
    const { id, secret, client } = await integration(configurator);
    const answers = [
      await client.execute('{ apiTokens { nodes { id } } }'),
      await client.execute(`{ node(id: "${secret}") { id } }`),
      await configurator.execute(`mutation { apiTokenRevoke(id: "${secret}") { userErrors { message } } }`),
      await create(configurator, { name: 'x', scopes: [secret] }),
      await withToken(`${secret}x`).execute(viewer),
    ];
    await using raw = await RawSocket.open(`${app.url}/graphql`);
    raw.send({ type: 'connection_init', payload: { authorization: secret } });
    expect((await raw.closed).code).toBe(4403);
    await revoke(configurator, id);
    answers.push(await client.execute(viewer));
    const said = JSON.stringify(answers);
    expect(said).not.toContain(secret.slice('ocr_alfa_'.length));
    expect(said).not.toContain(digestOf(secret));
    const lines = app.logged.filter(
      (line) => line.includes(secret.slice('ocr_alfa_'.length)) || line.includes(digestOf(secret)),
    );
    expect(lines).toEqual([]);
    expect(app.logged.filter((line) => line.includes('token refused')).length).toBeGreaterThan(0);
  });
});

it('guesses of API tokens are limited by address, and those that are at work go on', async () => {
  await using app = await startTestApp({ environment: { RATE_LIMIT_POINTS: '100000' }, rateLimits: { failures: 3 } });
  const { client } = await integration(await app.client('configurator'));
  expect(await answerTo(client)).toBe('ok');
  const guess = () => answerTo(new TestClient(app.url, `ocr_alfa_${'0'.repeat(42)}`));
  expect([await guess(), await guess(), await guess()]).toEqual(Array.from({ length: 3 }, () => 'UNAUTHENTICATED'));
  expect(await guess()).toBe('RATE_LIMITED');
  expect(await answerTo(client)).toBe('ok');
});

it.runIf(hasRedisServer())('Redis holds nothing of an API token: budgets are counted by ids', async () => {
  await using redis = await startTestRedis();
  await using app = await startTestApp({
    environment: { REDIS_URL: redis.url, RATE_LIMIT_POINTS: `${100 * day}` },
    rateLimits: { redisAnswersWithinMs: 2_000 },
  });
  const { secret, client } = await integration(await app.client('configurator'));
  const look = new Redis(redis.url);
  try {
    await vi.waitFor(
      async () => {
        await answerTo(client);
        await answerTo(new TestClient(app.url, `${secret}x`));
        expect((await look.keys('ocorrencias:rate:*')).length).toBeGreaterThanOrEqual(3);
      },
      { timeout: 10_000, interval: 50 },
    );
    const keys = await look.keys('*');
    const held = JSON.stringify([keys, await Promise.all(keys.map((key) => look.get(key)))]);
    for (const part of [secret.slice('ocr_alfa_'.length), digestOf(secret)]) expect(held).not.toContain(part);
  } finally {
    look.disconnect();
  }
});
