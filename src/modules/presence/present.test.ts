import { expect, it } from 'vitest';
import { holderOf, presentOf, shownTo } from './present.js';

const carla = { kind: 'STAFF', personId: 'att_c' } as const;
const davi = { kind: 'STAFF', personId: 'att_d' } as const;
const ana = { kind: 'BENEFICIARY', personId: 'ben_a' } as const;
const held = [
  holderOf('looks', davi, 'second'),
  holderOf('looks', ana, 'signal'),
  holderOf('looks', davi, 'first'),
  holderOf('types', carla, 'signal'),
].map((holder) => ({ holder, forMs: 1 }));

it('a person is there once, in one order whatever the leases are read in', () => {
  expect(presentOf(held)).toEqual({ looking: [davi, ana], typing: [carla] });
  expect(presentOf(held.toReversed())).toEqual(presentOf(held));
});

it('a member is shown who types and which members look; staff and systems all', () => {
  const present = presentOf(held);
  expect(shownTo(ana, present)).toEqual({ looking: [ana], typing: [carla] });
  expect(shownTo(carla, present)).toBe(present);
  expect(shownTo({ kind: 'SYSTEM' }, present)).toBe(present);
});
