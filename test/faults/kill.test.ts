import { expect, it, vi } from 'vitest';
import { Chance } from '../../src/modules/occurrences/random-walk.fixture.js';
import { createTestDatabase } from '../kit/database.js';
import { full, times } from '../kit/faults.js';
import { openTrial } from './trial.js';
import { faultsOf } from './verdict.js';

const kills = times(4, 200);

it(`of fifty who write while the server is killed ${kills} times, nobody loses what was acknowledged`, async () => {
  await using resources = new AsyncDisposableStack();
  const { ownerUrl } = resources.use(await createTestDatabase());
  const trial = resources.use(await openTrial({ ownerUrl, followers: 3 }));
  const { api, load, followers } = trial;
  const chance = new Chance(1);
  const starts: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const enough = load.acknowledged.length + 10 + chance.below(100);
    await vi.waitUntil(() => load.acknowledged.length >= enough, { timeout: 60_000, interval: 5 });
    await api.kill();
    starts.push(await api.start());
  }
  await load.stop();
  const slowest = Math.round(Math.max(...starts));
  if (full) console.info(`${kills} kills, the slowest start after one ${slowest} ms; ${load.account()}`);

  expect(load.failures.filter(({ code }) => code !== null)).toEqual([]);
  expect(await faultsOf({ ...trial, inDoubt: load.failures })).toEqual([]);
  expect(Math.min(...followers.map(({ closes }) => closes.length))).toBeGreaterThan(0);
  expect(slowest).toBeLessThan(5_000);
}, 3_600_000);
