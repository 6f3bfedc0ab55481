import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followUnreadCount } from '../../../src/modules/actions/follow-unread-count.js';
import type { Caller } from '../../../src/platform/auth/caller.js';
import { InProcessBus, LogTails } from '../../../src/platform/events/index.js';
import { SubscriptionContext } from '../../../src/platform/graphql/subscription-context.js';
import { InProcessLeases, Leases } from '../../../src/platform/leases/index.js';
import { createLogger } from '../../../src/platform/observability/logger.js';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { TestClient } from '../../kit/client.js';
import { TestStream } from '../../kit/stream.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';

const bus = new InProcessBus();
let desk: Desk;
/** Another process, woken by the same bus. */
let beside: TestApp;
let anaElsewhere: TestClient;
beforeAll(async () => {
  desk = await openDesk({ bus });
  beside = await startTestApp({ beside: desk.app, bus });
  anaElsewhere = new TestClient(beside.url, desk.ana.token);
});
afterAll(async () => {
  await beside[Symbol.asyncDispose]();
  await desk[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await markAll(desk.ana);
  await markAll(desk.zoe);
});

const unread = async (client: TestClient): Promise<number> =>
  (await client.data('{ inboxUnreadCount }')).inboxUnreadCount;
const markAll = async (client: TestClient) =>
  (await client.data('mutation { inboxMarkAllRead { marked userErrors { code } } }')).inboxMarkAllRead;
const markOne = async (client: TestClient): Promise<void> => {
  const { inbox } = await client.data('{ inbox(first: 1, unreadOnly: true) { nodes { id } } }');
  await client.data('mutation ($id: ID!) { inboxMarkRead(id: $id) { userErrors { code } } }', {
    id: inbox.nodes[0].id,
  });
};
const follow = (client: TestClient) =>
  new TestStream<{ inboxUnreadCountUpdates: number }>(client, 'subscription { inboxUnreadCountUpdates }');
const next = async (stream: ReturnType<typeof follow>) => (await stream.next()).inboxUnreadCountUpdates;

describe('inboxUnreadCount', () => {
  it('counts what landed and was not read, of the calling member alone', async () => {
    await open(desk.ana);
    await open(desk.ana);
    expect([await unread(desk.ana), await unread(desk.zoe)]).toEqual([2, 0]);
    await markOne(desk.ana);
    expect(await unread(desk.ana)).toBe(1);
  });
});

describe('inboxMarkAllRead', () => {
  it('marks what was not read, of the calling member alone, and says how many', async () => {
    await open(desk.ana);
    await open(desk.ana);
    await markOne(desk.ana);
    await open(desk.zoe);
    const before = await readAts(desk.ana);
    desk.app.clock.advance(60_000);
    expect(await markAll(desk.ana)).toEqual({ marked: 1, userErrors: [] });
    expect(await markAll(desk.ana)).toEqual({ marked: 0, userErrors: [] });
    expect([await unread(desk.ana), await unread(desk.zoe)]).toEqual([0, 1]);
    const now = desk.app.clock.now().toISOString();
    expect(await readAts(desk.ana)).toEqual(before.map((readAt) => readAt ?? now));
  });

  const readAts = async (client: TestClient): Promise<(string | null)[]> =>
    (await client.data('{ inbox(first: 100) { nodes { readAt } } }')).inbox.nodes.map(
      ({ readAt }: { readAt: string | null }) => readAt,
    );
});

describe('inboxUnreadCountUpdates', () => {
  it('says the number at once, when a message lands, and when it is read, on every device and in every process', async () => {
    await using here = follow(desk.ana);
    await using elsewhere = follow(anaElsewhere);
    await using others = follow(desk.zoe);
    const both = () => Promise.all([next(here), next(elsewhere)]);
    expect([await both(), await next(others)]).toEqual([[0, 0], 0]);
    await open(desk.ana);
    expect(await both()).toEqual([1, 1]);
    await open(anaElsewhere);
    expect(await both()).toEqual([2, 2]);
    await markOne(desk.ana);
    expect(await both()).toEqual([1, 1]);
    await markAll(anaElsewhere);
    expect(await both()).toEqual([0, 0]);
    // Nothing of that was told to another member: the next that they hear of is their own.
    await open(desk.zoe);
    expect(await next(others)).toBe(1);
  });

  it('finds by looking what no wake-up told', async () => {
    const { database, clock, operators } = desk.app;
    const alone = new InProcessBus();
    const tails = new LogTails({ database, bus: alone, log: createLogger('silent') });
    const leases = new Leases(new InProcessLeases(), alone);
    const caller = { operatorId: operators.alfa, personId: desk.ids.ana } as unknown as Caller;
    await open(desk.ana);
    await using context = new SubscriptionContext({ database, clock, caller, tails, leases });
    const counts = (await followUnreadCount(context, 20))[Symbol.asyncIterator]();
    expect(await counts.next()).toEqual({ done: false, value: 1 });
    await markAll(desk.ana);
    expect(await counts.next()).toEqual({ done: false, value: 0 });
    await counts.return?.();
    expect(tails.size).toBe(0);
  });
});
