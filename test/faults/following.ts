import { vi } from 'vitest';
import { historyFaults } from '../kit/history-checker.js';
import type { Follower } from './follower.js';
import type { Answered, Load } from './load.js';
import type { ApiPair } from './pair.js';

/** Everything that was acknowledged has come to all of them. */
export const allArrived = ({ acknowledged }: Load, followers: readonly Follower[]): Promise<unknown> =>
  vi.waitUntil(() => followers.every(({ cursors }) => cursors.length >= acknowledged.length), {
    timeout: 30_000,
    interval: 5,
  });

/** What was lost, told twice, out of order or never acknowledged, since a position of the log. */
export async function faultsSince(
  from: string,
  pair: ApiPair,
  { acknowledged }: Load,
  followers: readonly Follower[],
): Promise<string[]> {
  const found = historyFaults({
    acknowledged,
    unanswered: 0,
    from,
    log: await pair.logAfter(from),
    occurrences: [],
    streams: followers.map(({ cursors }) => cursors),
    actions: {},
  });
  const surprises = followers.flatMap((follower) => follower.surprises);
  return [...found.filter((fault) => !fault.endsWith('does not exist')), ...surprises];
}

/** How long after its answer, or after `since` where that was later, each write had come to all of them. */
export const lateness = (writes: readonly Answered[], followers: readonly Follower[], since = 0): number[] =>
  writes.map(({ cursor, answeredAt }) => {
    const last = Math.max(...followers.map(({ arrivals }) => arrivals.get(cursor) ?? Infinity));
    return last - Math.max(answeredAt, since);
  });
