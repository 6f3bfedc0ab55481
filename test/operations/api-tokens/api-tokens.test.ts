import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { TestClient } from '../../kit/client.js';
import { withClient } from '../../kit/database.js';
import { answerTo, integration, revoke } from './tokens.js';

const page = `query ($first: Int, $after: String) {
  apiTokens(first: $first, after: $after) { nodes { id name lastUsedAt } pageInfo { hasNextPage endCursor } } }`;

describe('apiTokens', () => {
  let app: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const lastUse = async (id: string): Promise<string | null> => {
    const { node } = await configurator.data('query ($id: ID!) { node(id: $id) { ... on ApiToken { lastUsedAt } } }', {
      id,
    });
    return node.lastUsedAt;
  };
  const writes = (statements: readonly string[]) =>
    statements.filter((statement) => statement.includes('set last_used_at')).length;

  it('lists them all page by page, newest first, those of another operator not', async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      app.clock.advance(1);
      ids.unshift((await integration(beta, { name: `Sistema ${i}` })).id);
    }
    await revoke(beta, ids[2]!);
    const listed: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { nodes, pageInfo }: any = (await beta.data(page, { first: 2, after })).apiTokens;
      listed.push(...nodes.map(({ id }: { id: string }) => id));
      [more, after] = [pageInfo.hasNextPage, pageInfo.endCursor];
    }
    expect(listed).toEqual(ids);
    expect((await configurator.data(page, { first: 100 })).apiTokens.nodes).toEqual([]);
  });

  it('tell when they were used last, written once a minute by all processes together', async () => {
    await using beside = await startTestApp({ beside: app });
    const { id, secret, client } = await integration(configurator);
    const elsewhere = new TestClient(beside.url, secret);
    expect(await lastUse(id)).toBeNull();
    const first = app.clock.now().toISOString();
    for (let i = 0; i < 10; i++) await answerTo(client);
    await vi.waitFor(async () => expect(await lastUse(id)).toBe(first));
    expect(writes(app.statements)).toBe(1);

    app.clock.advance(59_999);
    await answerTo(client);
    await answerTo(elsewhere);
    // The other process has not written yet, and asks the row, which says that it is too early.
    await vi.waitFor(() => expect(writes(beside.statements)).toBe(1));
    await beside.app.services.knownApiTokens.settled();
    expect(writes(app.statements)).toBe(1);
    expect(await lastUse(id)).toBe(first);

    app.clock.advance(1);
    const second = app.clock.now().toISOString();
    await answerTo(client);
    await vi.waitFor(async () => expect(await lastUse(id)).toBe(second));
  });

  it('a request neither waits for that nor fails with it', async () => {
    const { id, client } = await integration(configurator);
    await answerTo(client);
    await vi.waitFor(async () => expect(await lastUse(id)).not.toBeNull());
    const written = await lastUse(id);
    app.clock.advance(60_000);
    await withClient(app.testDatabase.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query('select from api_token where id = $1 for update', [id]);
      const waiting = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(await answerTo(client)).toBe('ok');
      await vi.waitFor(async () => expect((await owner.query(`select ${waiting}`)).rowCount).toBe(1));
      expect(await answerTo(client)).toBe('ok');
      expect(await lastUse(id)).toBe(written);
      await owner.query(`select pg_terminate_backend(pid) ${waiting}`);
      await owner.query('rollback');
    });
    await vi.waitFor(() => expect(app.logged.join('')).toContain('the last use of an API token is not written'));
    expect(await answerTo(client)).toBe('ok');
    expect(await lastUse(id)).toBe(written);
  });
});
