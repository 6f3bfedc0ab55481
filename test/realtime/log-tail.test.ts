import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Bus,
  InProcessBus,
  type LogPosition,
  LogTails,
  positionOf,
  readEvents,
  type StoredEvent,
} from '../../src/platform/events/index.js';
import type { Database } from '../../src/platform/database/database.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { newId } from '../../src/shared/ids.js';
import { createTestDatabase, type TestDatabase, withClient } from '../kit/database.js';
import { createTestOperators } from '../kit/operators.js';
import { LogWriter } from './rows.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const never = new AbortController().signal;
const beginning: LogPosition = { sequence: 0, eventId: null };

let test: TestDatabase;
let database: Database;
let writer: LogWriter;
let other: LogWriter;
let occurrenceId: string;
let logged: string[];

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  const { alfa, beta } = await createTestOperators(database, now);
  writer = await LogWriter.create(database, alfa, now);
  other = await LogWriter.create(database, beta, now);
  ({ occurrenceId } = await writer.open());
});
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(() => {
  logged = [];
});

const tailsOf = (bus: Bus, settings: { ringSize?: number; pollMs?: number; database?: Database } = {}) =>
  new LogTails({
    database,
    bus,
    log: createLogger('info', { write: (line: string) => void logged.push(line) }),
    pollMs: 3_600_000,
    ...settings,
  });

const append = async (bus: Bus | null, times = 1): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (let i = 0; i < times; i++) events.push(await writer.remark(occurrenceId));
  bus?.wake(writer.operatorId);
  return events;
};

const allEvents = async (operatorId: string): Promise<StoredEvent[]> => {
  const reading = await database.read({ operatorId });
  const events = await readEvents(reading.em, operatorId, 0, 100_000);
  await reading.close();
  return events;
};

/** Reads on until it has this many. */
async function take(tail: ReturnType<LogTails['lease']>['value'], from: LogPosition, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let position = from; ids.length < count; ) {
    const page = await tail.read(position, never);
    if (page?.kind !== 'events') throw new Error(`no events but ${page?.kind}`);
    ids.push(...page.events.map(({ id }) => id));
    position = positionOf(page.events.at(-1)!);
  }
  return ids;
}

describe('the tail of a log', () => {
  it('gives what follows a position, each event once and in order, from the first event to those that come live', async () => {
    const bus = new InProcessBus();
    using lease = tailsOf(bus).lease(writer.operatorId);
    await append(null, 3);
    const before = await allEvents(writer.operatorId);
    const reading = take(lease.value, beginning, before.length + 5);
    for (let i = 0; i < 5; i++) await append(bus);
    expect(await reading).toEqual((await allEvents(writer.operatorId)).map(({ id }) => id));
  });

  it('reads from the database what memory no longer reaches, and joins both without a seam', async () => {
    const bus = new InProcessBus();
    using lease = tailsOf(bus, { ringSize: 3 }).lease(writer.operatorId);
    await lease.value.read({ ...positionOf((await append(bus))[0]!), sequence: 1e9 }, never);
    await append(bus, 20);
    const all = (await allEvents(writer.operatorId)).map(({ id }) => id);
    expect(await take(lease.value, beginning, all.length)).toEqual(all);
    const [middle] = (await allEvents(writer.operatorId)).slice(-10);
    expect(await take(lease.value, positionOf(middle!), 9)).toEqual(all.slice(-9));
  });

  it('sees what another process writes without being woken', async () => {
    using lease = tailsOf(new InProcessBus(), { pollMs: 50 }).lease(writer.operatorId);
    const [last] = (await allEvents(writer.operatorId)).slice(-1);
    const reading = take(lease.value, positionOf(last!), 1);
    const [added] = await append(null);
    expect(await reading).toEqual([added!.id]);
  });

  it('answers a gap for a position that the log does not hold, with the head to go on from', async () => {
    const bus = new InProcessBus();
    using lease = tailsOf(bus).lease(writer.operatorId);
    const [head] = await append(bus);
    const expected = { kind: 'gap', head: positionOf(head!) };
    const stranger = newId('event', now);
    expect(await lease.value.read({ sequence: 2, eventId: stranger }, never)).toEqual(expected);
    expect(await lease.value.read({ sequence: head!.sequence, eventId: stranger }, never)).toEqual(expected);
    expect(await lease.value.read({ sequence: head!.sequence + 7, eventId: stranger }, never)).toEqual(expected);
  });

  it('knows a position that this process has not seen yet', async () => {
    const bus = new InProcessBus();
    using lease = tailsOf(bus).lease(writer.operatorId);
    await take(lease.value, beginning, 1);
    const [unseen] = await append(null);
    const reading = take(lease.value, positionOf(unseen!), 1);
    const [next] = await append(bus);
    expect(await reading).toEqual([next!.id]);
  });

  it('answers a gap when the log is replaced by an older state of it while it is followed', async () => {
    const bus = new InProcessBus();
    await other.open();
    const lost = await other.open();
    using lease = tailsOf(bus).lease(other.operatorId);
    const reading = lease.value.read(positionOf(lost), never);
    await vi.waitFor(() => expect(lease.value.waiting).toBe(1));
    await withClient(test.ownerUrl, async (client) => {
      await client.query(`set session_replication_role = replica`);
      await client.query('delete from occurrence_event where id = $1', [lost.id]);
      await client.query(
        `update operator_log set last_sequence = 1, last_event_id =
           (select id from occurrence_event where operator_id = $1 and sequence = 1) where operator_id = $1`,
        [other.operatorId],
      );
    });
    const replacement = await other.open();
    bus.wake(other.operatorId);
    expect(await reading).toEqual({ kind: 'gap', head: positionOf(replacement) });
  });

  it('goes on where it was after the database could not be reached', async () => {
    const bus = new InProcessBus();
    let down = false;
    const failing = {
      read: (scope: { operatorId: string }) =>
        down ? Promise.reject(new Error('connect ECONNREFUSED')) : database.read(scope),
    } as Database;
    using lease = tailsOf(bus, { database: failing }).lease(writer.operatorId);
    const [last] = (await allEvents(writer.operatorId)).slice(-1);
    const reading = take(lease.value, positionOf(last!), 3);
    await vi.waitFor(() => expect(lease.value.waiting).toBe(1));
    down = true;
    const first = await append(bus, 2);
    await vi.waitFor(() => expect(logged.filter((line) => line.includes('cannot be read'))).toHaveLength(1));
    down = false;
    const second = await append(bus);
    expect(await reading).toEqual([...first, ...second].map(({ id }) => id));
  });

  it('is shared by all subscribers of an operator, and gone with the last of them', async () => {
    const bus = new InProcessBus();
    const tails = tailsOf(bus);
    const one = tails.lease(writer.operatorId);
    const two = tails.lease(writer.operatorId);
    expect(two.value).toBe(one.value);
    expect(tails.size).toBe(1);
    one[Symbol.dispose]();
    one[Symbol.dispose]();
    expect(tails.size).toBe(1);
    const reading = two.value.read(positionOf((await allEvents(writer.operatorId)).at(-1)!), never);
    two[Symbol.dispose]();
    expect(await reading).toBeNull();
    expect(tails.size).toBe(0);
  });

  it('lets a subscriber go that no longer waits', async () => {
    const bus = new InProcessBus();
    using lease = tailsOf(bus).lease(writer.operatorId);
    const [last] = await append(bus);
    const leaving = new AbortController();
    const readings = [1, 2, 3].map(() => lease.value.read(positionOf(last!), leaving.signal));
    await vi.waitFor(() => expect(lease.value.waiting).toBe(3));
    leaving.abort();
    expect(await Promise.all(readings)).toEqual([null, null, null]);
    expect(lease.value.waiting).toBe(0);
  });
});
