import { expect, it } from 'vitest';
import { type Failing, pauseAfter, pauseRules } from './pause.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const minutes = (count: number) => count * 60_000;
const pausedFor = (change: Partial<Failing>) => {
  const failing = {
    failures: 10,
    failingSince: new Date(now.getTime() - minutes(5)),
    pauses: 0,
    paused: false,
    probe: false,
    now,
  };
  const until = pauseAfter({ ...failing, ...change }, pauseRules);
  return until && (until.getTime() - now.getTime()) / 60_000;
};

it('pauses after ten failures one after the other, over five minutes', () => {
  expect(pausedFor({})).toBe(1);
  expect(pausedFor({ failures: 9 })).toBeNull();
  expect(pausedFor({ failingSince: new Date(now.getTime() - minutes(5) + 1) })).toBeNull();
});

it('pauses for twice as long after each attempt that fails, and for half an hour at the most', () => {
  const lengths = [1, 2, 3, 4, 5, 6].map((pauses) => pausedFor({ paused: true, probe: true, pauses }));
  expect(lengths).toEqual([2, 4, 8, 16, 30, 30]);
});

it('is not longer for what was under way when the pause began', () => {
  expect(pausedFor({ paused: true, pauses: 1, failures: 15 })).toBeNull();
});
