import { expect, it } from 'vitest';
import { nextAttempt } from './schedule.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const secondsUntil = (tries: number, chance: number) => {
  const at = nextAttempt({ tries, now }, chance);
  return at && (at.getTime() - now.getTime()) / 1_000;
};

it('tries again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, and then no more', () => {
  const expected = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000, null];
  expect(expected.map((_, i) => secondsUntil(i + 1, 0))).toEqual(expected);
});

it('spreads attempts by up to a tenth', () => {
  expect(secondsUntil(2, 0.5)).toBe(315);
  expect(secondsUntil(2, 1)).toBe(330);
});

it('waits for as long as the receiver asks, where that is longer', () => {
  const later = new Date('2026-11-24T12:20:00.000Z');
  const sooner = new Date('2026-11-24T12:00:01.000Z');
  expect(nextAttempt({ tries: 2, now, notBefore: later }, 0)).toEqual(later);
  expect(nextAttempt({ tries: 2, now, notBefore: sooner }, 0)).toEqual(new Date('2026-11-24T12:05:00.000Z'));
});
