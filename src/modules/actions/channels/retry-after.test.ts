import { expect, it } from 'vitest';
import { outcomeOf } from './hook/outcome.js';
import { retryAfter } from './retry-after.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const seconds = (header: string | undefined) => {
  const at = retryAfter(header, now);
  return at && (at.getTime() - now.getTime()) / 1_000;
};

it('reads seconds and dates, and waits for ten hours at the most', () => {
  expect(seconds('120')).toBe(120);
  expect(seconds(' 0 ')).toBe(0);
  expect(seconds('Tue, 24 Nov 2026 12:10:00 GMT')).toBe(600);
  expect(seconds('Mon, 23 Nov 2026 12:10:00 GMT')).toBeLessThan(0);
  expect(seconds('9999999999')).toBe(36_000);
  expect(seconds('Tue, 24 Nov 2099 12:10:00 GMT')).toBe(36_000);
});

it('takes nothing else for a time', () => {
  for (const header of [undefined, '', 'soon', '-5', '1.5', '2026-11-24', 'Tuesday', '1e3', '99999999999']) {
    expect(seconds(header), header).toBeUndefined();
  }
});

it('counts where the receiver says that it has too much to do', () => {
  const asked = { retryAfter: '60', status: 429 };
  expect(outcomeOf(asked, now)).toMatchObject({ state: 'RETRY', notBefore: new Date('2026-11-24T12:01:00.000Z') });
  expect(outcomeOf({ ...asked, status: 503 }, now)).toHaveProperty('notBefore');
  expect(outcomeOf({ ...asked, status: 500 }, now)).not.toHaveProperty('notBefore');
});
