import { expect, it } from 'vitest';
import { announcePresence } from '../../src/platform/database/presence.js';
import { createTestDatabase } from '../kit/database.js';

it('sees the other servers of the same database, and no longer those that are gone', async () => {
  await using one = await createTestDatabase();
  await using other = await createTestDatabase();
  const first = await announcePresence(one.ownerUrl);
  expect(first.others).toBe(0);
  await using second = await announcePresence(one.ownerUrl);
  expect(second.others).toBe(1);
  await using elsewhere = await announcePresence(other.ownerUrl);
  expect(elsewhere.others).toBe(0);
  await first[Symbol.asyncDispose]();
  await using third = await announcePresence(one.ownerUrl);
  expect(third.others).toBe(1);
});
