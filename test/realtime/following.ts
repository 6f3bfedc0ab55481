import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { encodePosition, positionOf, readEvents, type StoredEvent } from '../../src/platform/events/index.js';
import type { TestStream } from '../kit/stream.js';
import { type Live, startLive } from './live.js';
import type { LogWriter } from './rows.js';

const fields = `kind cursor occurrenceId occurrence { id version status { key } } event { id version __typename }`;
export const queue = `subscription ($filter: OccurrenceFilter, $after: String) {
  update: queueUpdates(filter: $filter, after: $after) { ${fields} } }`;
export const one = `subscription ($id: ID!, $after: String) {
  update: occurrenceUpdates(occurrenceId: $id, after: $after) { ${fields} } }`;
export const mine = `subscription ($after: String) { update: myOccurrenceUpdates(after: $after) { ${fields} } }`;

export interface Update {
  readonly kind: string;
  readonly cursor: string;
  readonly occurrenceId: string | null;
  readonly occurrence: { id: string; version: number; status: { key: string } } | null;
  readonly event: { id: string; version: number; __typename: string } | null;
}
export type Updates = TestStream<{ update: Update }>;

/** For a machine that is busy. */
export const patience = { timeout: 10_000 };

export const next = async (stream: Updates): Promise<Update> => (await stream.next()).update;

/** The cursor of the first payload, which says that nothing is missed from there on. */
export async function ready(stream: Updates): Promise<string> {
  const update = await next(stream);
  expect(update).toMatchObject({ kind: 'READY', occurrenceId: null, occurrence: null, event: null });
  return update.cursor;
}

export const cursorOf = (event: StoredEvent): string => encodePosition(positionOf(event));
export const told = ({ kind, event, occurrence }: Update) => [kind, event?.id ?? null, occurrence?.status.key ?? null];

/** A live side for all tests of a file; after each of them nothing may be left open. */
export function useLive(started: (live: Live, alfa: LogWriter) => void) {
  let live: Live;
  const opened: AsyncDisposable[] = [];

  beforeAll(async () => {
    live = await startLive();
    started(live, live.writers.alfa);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((stream) => stream[Symbol.asyncDispose]()));
    await vi.waitFor(async () => {
      const left = await live.open();
      if (left.some((count) => count > 0)) throw new Error(`left of sockets, subscriptions, tails: ${left.join(', ')}`);
    }, patience);
  });
  afterAll(() => live[Symbol.asyncDispose]());

  const follow = async (...args: Parameters<Live['stream']>): Promise<Updates> => {
    const stream = await live.stream<{ update: Update }>(...args);
    opened.push(stream);
    return stream;
  };
  return {
    /** What is closed after the test. */
    opened,
    follow,
    /** One after the other, then wakes those who follow. */
    write: async (...writing: (() => Promise<StoredEvent>)[]): Promise<StoredEvent[]> => {
      const events: StoredEvent[] = [];
      for (const append of writing) events.push(await append());
      live.wake();
      return events;
    },
    /** How many subscribers of alfa wait for something to happen. */
    waiting: (): number => {
      using tail = live.tails.lease(live.writers.alfa.operatorId);
      return tail.value.waiting;
    },
    logOf: async ({ operatorId }: LogWriter, after = 0): Promise<StoredEvent[]> => {
      const reading = await live.test.database.read({ operatorId });
      const events = await readEvents(reading.em, operatorId, after, 100_000);
      await reading.close();
      return events;
    },
    /** The code of the error that a stream is refused with. */
    refusal: async (...args: Parameters<Live['stream']>): Promise<string> => {
      const stream = await follow(...args);
      const error = (await stream.next().catch((thrown: Error) => thrown)) as Error;
      return JSON.parse(error.message)[0].extensions.code;
    },
  };
}
