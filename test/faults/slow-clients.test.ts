import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestClient } from '../kit/client.js';
import { times } from '../kit/faults.js';
import { type Production, startProduction } from '../kit/production.js';
import { TestStream } from '../kit/stream.js';
import { populate } from '../permissions/populate.js';
import { RawSocket } from '../realtime/raw-socket.js';

const patience = { timeout: 240_000, interval: 20 };
const megabyte = 1024 * 1024;

let production: Production;
let ids: Record<string, string>;
let attendant: TestClient;
beforeAll(async () => {
  production = await startProduction();
  ids = await populate(production, 'alfa');
  attendant = await production.client('attendant');
}, 120_000);
afterAll(() => production[Symbol.asyncDispose]());

/** What the server's own metrics say. */
async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${production.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1]);
}

/** The longest that somebody else has waited for an answer, in milliseconds. */
let longestWait = 0;
let watching: Promise<void>;
let over = false;
beforeEach(async () => {
  longestWait = 0;
  over = false;
  const other = await production.client('attendant', { subject: 'other' });
  watching = (async () => {
    while (!over) {
      const since = performance.now();
      await other.data('{ occurrences(first: 5) { nodes { id status { key } } } }');
      longestWait = Math.max(longestWait, performance.now() - since);
    }
  })();
});
afterEach(async () => {
  over = true;
  await watching;
});

it('of fifty thousand subscriptions on one socket a hundred are opened, and others are answered meanwhile', async () => {
  const count = times(5_000, 50_000);
  await using raw = await RawSocket.admitted(`${production.url}/graphql`, attendant.token!);
  // The longest of it is told once, and then begins anew.
  const longestPause = () => metric('nodejs_eventloop_lag_max_seconds');
  await longestPause();
  const since = performance.now();
  for (let i = 1; i <= count; i++) {
    raw.subscribe(`${i}`, 'subscription { queueUpdates { cursor } }');
    // The others live in this process too.
    if (i % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const framesOf = (type: string) => raw.frames.filter((frame) => frame.type === type);
  await vi.waitUntil(() => raw.frames.length > count, patience);
  const pause = await longestPause();
  console.log(
    `${count} subscriptions: answered in ${Math.round(performance.now() - since)} ms; the server was busy with them ` +
      `for ${Math.round(pause * 1_000)} ms at a stretch, others waited ${Math.round(longestWait)} ms at the longest`,
  );
  expect(
    framesOf('next')
      .map(({ id }) => Number(id))
      .toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  const refused = framesOf('error');
  expect(refused).toHaveLength(count - 100);
  expect(new Set(refused.map(({ payload }) => payload[0].extensions.code))).toEqual(new Set(['RATE_LIMITED']));
  expect(await metric('graphql_subscriptions')).toBe(100);
  expect(pause).toBeLessThan(0.5);
  expect(longestWait).toBeLessThan(1_000);
}, 300_000);

const follow = `subscription ($after: String) { queueUpdates(after: $after) {
  kind cursor occurrence { id version description status { key externalDescription } beneficiary { name } }
  event { id version __typename occurredAt actor ... on OccurrenceNoteAdded { note { id body } } }
} }`;
const addNote = `mutation ($id: ID!, $body: String!) { occurrenceNoteAdd(id: $id, input: { body: $body }) {
  cursor userErrors { code } } }`;

it('a client that stops reading is closed within 10 s, holds up nobody, and goes on from its cursor', async () => {
  const count = times(200, 50_000);
  await using slow = await RawSocket.admitted(`${production.url}/graphql`, attendant.token!);
  for (let i = 1; i <= 100; i++) slow.subscribe(`${i}`, follow);
  await vi.waitUntil(() => slow.frames.filter(({ type }) => type === 'next').length === 100, patience);
  await using fast = new TestStream<any>(await production.client('attendant', { subject: 'fast' }), follow);
  await fast.next();

  const acknowledged = new Map<string, number>();
  const arrived = new Map<string, number>();
  let twice = 0;
  const reading = (async () => {
    for (;;) {
      const { cursor } = (await fast.next()).queueUpdates;
      if (arrived.has(cursor)) twice += 1;
      arrived.set(cursor, performance.now());
    }
  })();
  // It ends with its stream.
  reading.catch(() => undefined);
  const body = 'x'.repeat(2_000);
  const write = async (until: () => boolean) => {
    while (!until()) {
      const { cursor, userErrors } = (await attendant.data(addNote, { id: ids.occurrence, body })).occurrenceNoteAdd;
      expect(userErrors).toEqual([]);
      acknowledged.set(cursor, performance.now());
    }
  };
  const writers = (until: () => boolean) => Promise.all(Array.from({ length: 4 }, () => write(until)));
  /** How long after its acknowledgement each change was with the other, from the first of them to the last. */
  const lateness = (from: number, to?: number) =>
    median([...acknowledged].slice(from, to).map(([cursor, at]) => Math.max(0, arrived.get(cursor)! - at)));
  const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;

  await writers(() => acknowledged.size >= 100);
  await vi.waitUntil(() => arrived.size === acknowledged.size, patience);
  const first = acknowledged.size;
  const before = lateness(0);

  const open = await metric('websocket_connections');
  slow.socket.pause();
  const since = performance.now();
  let closedAfter = 0;
  let held = 0;
  const noticing = (async () => {
    while (closedAfter === 0) {
      held = Math.max(held, await metric('websocket_held_bytes'));
      if ((await metric('websocket_connections')) < open) closedAfter = performance.now() - since;
    }
    return acknowledged.size;
  })();
  await writers(() => acknowledged.size >= count && closedAfter > 0);
  const last = await noticing;
  await vi.waitUntil(() => arrived.size >= acknowledged.size, patience);
  expect(twice).toBe(0);
  const meanwhile = lateness(first, last);
  console.log(
    `closed after ${(closedAfter / 1_000).toFixed(1)} s with ${Math.round(held / 1024)} KiB held at the most; ` +
      `${acknowledged.size} events, for others ${before.toFixed(1)} ms late before and ${meanwhile.toFixed(1)} ms meanwhile`,
  );
  expect(closedAfter).toBeLessThan(10_000);
  expect(held).toBeLessThan(megabyte);
  expect(held).toBeGreaterThan(0);
  expect(meanwhile).toBeLessThan(before * 1.5 + 250);

  slow.socket.resume();
  await slow.closed;
  const taken = slow.frames.filter(({ type, id }) => type === 'next' && id === '1');
  const cursors = taken.map(({ payload }) => payload.data.queueUpdates.cursor as string);
  await using again = new TestStream<any>(attendant, follow, { after: cursors.at(-1) });
  expect((await again.next()).queueUpdates.kind).toBe('READY');
  const all = [...arrived.keys()];
  const missed = all.length - (cursors.length - 1);
  const resumed: string[] = [];
  while (resumed.length < missed) resumed.push((await again.next()).queueUpdates.cursor);
  expect([...cursors.slice(1), ...resumed]).toEqual(all);
}, 900_000);
