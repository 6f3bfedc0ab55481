import { describe, expect, it } from 'vitest';
import type { DeliveryProgress } from '../delivery.entity.js';
import { decideStatus, type Known } from './decide-status.js';

const accepted: Known = { resent: 0, receipt: 'wamid.1', progress: null };
const told = (status: DeliveryProgress, messageId = 'wamid.1', resent = 0) => ({ status, messageId, resent });

/** What becomes of a delivery that was accepted, after all of these. */
function after(statuses: readonly DeliveryProgress[]): string {
  let known = accepted;
  let state = 'DELIVERED';
  for (const status of statuses) {
    const decided = decideStatus(known, told(status));
    if (decided === null) continue;
    state = decided;
    known = { ...known, progress: status };
  }
  return `${state} ${known.progress}`;
}

function* permutations<T>(list: readonly T[]): Generator<T[]> {
  if (list.length === 0) yield [];
  for (const [i, first] of list.entries()) {
    for (const rest of permutations(list.toSpliced(i, 1))) yield [first, ...rest];
  }
}

describe('what is told of a message', () => {
  it.each<[DeliveryProgress[], string]>([
    [['sent', 'delivered', 'read'], 'DELIVERED read'],
    [['sent', 'failed'], 'FAILED failed'],
    [['sent', 'failed', 'failed', 'sent'], 'FAILED failed'],
    [['sent', 'failed', 'delivered'], 'DELIVERED delivered'],
  ])('%j ends the same in any order', (statuses, end) => {
    const ends = new Set([...permutations(statuses)].map((order) => after(order)));
    expect([...ends]).toEqual([end]);
  });

  it('counts once', () => {
    expect(decideStatus({ ...accepted, progress: 'failed' }, told('failed'))).toBeNull();
    expect(decideStatus({ ...accepted, progress: 'read' }, told('delivered'))).toBeNull();
  });

  it('of an earlier sending says nothing of this one', () => {
    expect(decideStatus({ ...accepted, resent: 1 }, told('failed'))).toBeNull();
    expect(decideStatus({ ...accepted, resent: 1 }, told('failed', 'wamid.1', 1))).toBe('FAILED');
  });

  it('of another message of the delivery counts where it arrived alone', () => {
    expect(decideStatus(accepted, told('failed', 'wamid.2'))).toBeNull();
    expect(decideStatus(accepted, told('sent', 'wamid.2'))).toBeNull();
    expect(decideStatus({ ...accepted, progress: 'failed' }, told('delivered', 'wamid.2'))).toBe('DELIVERED');
  });

  it('counts before the answer to the attempt is known, too', () => {
    const waiting = { ...accepted, receipt: null };
    expect(decideStatus(waiting, told('sent'))).toBe('DELIVERED');
    expect(decideStatus(waiting, told('failed'))).toBe('FAILED');
  });
});
