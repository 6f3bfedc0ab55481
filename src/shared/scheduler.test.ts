import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from './clock.js';
import { TimerScheduler } from './scheduler.js';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z') }));
afterEach(() => void vi.useRealTimers());

it('runs what is due at its instant, once, however far away; at once where that has passed; and never what was called off', () => {
  const ran: string[] = [];
  const scheduler = new TimerScheduler(systemClock);
  scheduler.at(new Date('2026-11-24T11:00:00Z'), () => ran.push('past'));
  scheduler.at(new Date('2026-11-24T12:00:01Z'), () => ran.push('soon'));
  scheduler.at(new Date('2027-01-24T12:00:00Z'), () => ran.push('in two months'));
  const callOff = scheduler.at(new Date('2026-11-24T12:00:02Z'), () => ran.push('called off'));
  vi.advanceTimersByTime(0);
  expect(ran).toEqual(['past']);
  vi.advanceTimersByTime(1_000);
  callOff();
  vi.setSystemTime(new Date('2027-01-24T11:59:59Z'));
  vi.advanceTimersByTime(61 * 24 * 3_600_000 - 2_000);
  expect(ran).toEqual(['past', 'soon', 'in two months']);
  vi.advanceTimersByTime(365 * 24 * 3_600_000);
  expect(ran).toHaveLength(3);
});
