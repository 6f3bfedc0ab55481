import { expect, it, vi } from 'vitest';
import { withClient } from '../kit/database.js';
import { full, times } from '../kit/faults.js';
import { startTestPostgres } from '../kit/postgres.js';
import type { Failure } from './desk-load.js';
import { openTrial } from './trial.js';
import { faultsOf } from './verdict.js';

const restarts = times(2, 20);
const poolSize = 5;

interface Outage {
  readonly stopped: number;
  readonly back: number;
  readonly success: number;
}

const meanwhile = ({ begun, ended }: Failure, { stopped, success }: Outage) => ended >= stopped && begun <= success;
const whileGone = ({ begun, ended }: Failure, { stopped, back }: Outage) => begun > stopped && ended < back;

it(`while PostgreSQL is restarted ${restarts} times, clients are told to try again, and nothing is lost`, async () => {
  await using resources = new AsyncDisposableStack();
  const postgres = resources.use(await startTestPostgres());
  const trial = resources.use(
    await openTrial({ ownerUrl: postgres.url, followers: 20, environment: { DATABASE_POOL_SIZE: `${poolSize}` } }),
  );
  const { api, load, followers } = trial;
  const readiness = async () => (await fetch(`${api.url}/readyz`)).status;
  const connections = (state: string) =>
    withClient(postgres.url, async (sql) => {
      const counted = await sql.query<{ count: number }>(
        `select count(*)::int from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
            and datname = current_database() and state like $1`,
        [state],
      );
      return counted.rows[0]!.count;
    });

  const outages: Outage[] = [];
  for (let restart = 0; restart < restarts; restart++) {
    const enough = load.acknowledged.length + 100;
    await vi.waitUntil(() => load.acknowledged.length >= enough, { timeout: 60_000, interval: 5 });
    const stopped = performance.now();
    await postgres.stopImmediately();
    expect(await readiness()).toBe(503);
    await postgres.start();
    const back = performance.now();
    await vi.waitUntil(() => load.lastSuccess > back, { timeout: 60_000, interval: 5 });
    outages.push({ stopped, back, success: load.lastSuccess });
    expect(await readiness()).toBe(200);
    // Each place of the pool is of use again, and there is none besides.
    await vi.waitUntil(async () => (await connections('%')) === poolSize, { timeout: 30_000 });
  }
  await load.stop();

  const slowest = Math.round(Math.max(...outages.map(({ back, success }) => success - back)));
  const codes = Object.groupBy(load.failures, ({ code }) => `${code}`);
  const counts = Object.entries(codes).map(([code, failures]) => `${failures!.length} ${code}`);
  if (full)
    console.info(
      `${restarts} restarts, the first success ${slowest} ms after one at the latest; ${counts.join()}; ${load.account()}`,
    );
  expect(Object.keys(codes)).toEqual(['SERVICE_UNAVAILABLE']);
  expect(load.failures.filter((failure) => !outages.some((outage) => meanwhile(failure, outage)))).toEqual([]);
  const inDoubt = load.failures.filter((failure) => !outages.some((outage) => whileGone(failure, outage)));
  expect(await faultsOf({ ...trial, inDoubt })).toEqual([]);
  expect(followers.flatMap(({ closes }) => closes)).toEqual([]);
  await vi.waitUntil(async () => (await connections('idle in transaction%')) === 0);
  expect(await connections('%')).toBeLessThanOrEqual(poolSize);
  expect(slowest).toBeLessThan(3_000);
}, 3_600_000);
