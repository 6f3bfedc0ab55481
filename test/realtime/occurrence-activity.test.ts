import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RedisBus } from '../../src/platform/events/index.js';
import { RedisLeases } from '../../src/platform/leases/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import { TestClient } from '../kit/client.js';
import { hasRedisServer, startTestRedis, type TestRedis } from '../kit/redis.js';
import { TestStream } from '../kit/stream.js';
import { type Desk, openDesk } from '../operations/occurrences/desk.js';
import { done, open } from '../operations/occurrences/change.js';
import { quantile, spread } from '../faults/figures.js';

const leaseMs = 1_500;
const follow = 'subscription ($id: ID!) { activity: occurrenceActivity(occurrenceId: $id) { viewers typing } }';
const signalling = `mutation ($id: ID!, $typing: Boolean!) {
  occurrenceActivitySignal(id: $id, typing: $typing) { activity { viewers typing } userErrors { code path } } }`;

interface Activity {
  readonly viewers: readonly string[];
  readonly typing: readonly string[];
}
type Activities = TestStream<{ activity: Activity }>;

const signal = async (client: TestClient, id: string, typing: boolean): Promise<Activity> => {
  const { occurrenceActivitySignal: payload } = await client.data(signalling, { id, typing });
  expect(payload.userErrors).toEqual([]);
  return payload.activity;
};
const looking = (client: TestClient, id: string): Activities => new TestStream(client, follow, { id });
const shows = (stream: Activities, wanted: Activity) =>
  stream.until(({ activity }) => JSON.stringify(activity) === JSON.stringify(wanted));

describe.runIf(hasRedisServer())('who is at an occurrence, by two processes with Redis', () => {
  const log = createLogger('silent');
  let resources: AsyncDisposableStack;
  let redis: TestRedis;
  let desk: Desk;
  let there: TestApp;
  let id: string;
  let elsewhere: Record<'davi' | 'ana', TestClient>;

  const shared = () => ({
    bus: resources.use(new RedisBus(redis.url, log)),
    leaseStore: resources.use(new RedisLeases(redis.url, log, leaseMs)),
  });

  beforeEach(async () => {
    resources = new AsyncDisposableStack();
    redis = resources.use(await startTestRedis());
    desk = resources.use(await openDesk(shared()));
    there = resources.use(await startTestApp({ beside: desk.app, ...shared() }));
    id = (await open(desk.ana)).id;
    elsewhere = {
      davi: new TestClient(there.url, desk.davi.token),
      ana: new TestClient(there.url, desk.ana.token),
    };
  });
  afterEach(() => resources.disposeAsync());

  it('who types is told in the other process, and no longer once the lease is over', async () => {
    await using davi = looking(elsewhere.davi, id);
    await shows(davi, { viewers: ['Davi Reis'], typing: [] });
    const begun = performance.now();
    await signal(desk.carla, id, true);
    await shows(davi, { viewers: ['Carla Dias', 'Davi Reis'], typing: ['Carla Dias'] });
    await shows(davi, { viewers: ['Davi Reis'], typing: [] });
    const lasted = performance.now() - begun;
    expect(lasted).toBeGreaterThan(leaseMs - 50);
    expect(lasted).toBeLessThan(2 * leaseMs);
  });

  it('who stops typing says so at once, through whichever process', async () => {
    await using davi = looking(elsewhere.davi, id);
    await signal(desk.carla, id, true);
    await davi.until(({ activity }) => activity.typing.length === 1);
    const said = await signal(new TestClient(there.url, desk.carla.token), id, false);
    expect(said.typing).toEqual([]);
    await shows(davi, { viewers: ['Carla Dias', 'Davi Reis'], typing: [] });
  });

  it('a person is there once by several sockets, for as long as one of them is open', async () => {
    await using davi = looking(elsewhere.davi, id);
    await davi.next();
    const first = looking(desk.carla, id);
    await shows(davi, { viewers: ['Carla Dias', 'Davi Reis'], typing: [] });
    const second = looking(desk.carla, id);
    await second.next();
    await first[Symbol.asyncDispose]();
    await signal(desk.paulo, id, true);
    const { activity } = await davi.next();
    expect(activity.viewers).toEqual(['Carla Dias', 'Davi Reis', 'Paulo Melo']);
    await second[Symbol.asyncDispose]();
    await davi.until(({ activity: { viewers } }) => !viewers.includes('Carla Dias'));
  });

  it('a member is told that the operator types, and of members, never who of the staff looks', async () => {
    await using carla = looking(desk.carla, id);
    await using ana = looking(elsewhere.ana, id);
    await shows(ana, { viewers: ['Ana Souza'], typing: [] });
    await shows(carla, { viewers: ['Ana Souza', 'Carla Dias'], typing: [] });
    await signal(desk.carla, id, true);
    expect((await ana.next()).activity).toEqual({ viewers: ['Ana Souza'], typing: ['Carla Dias'] });
    expect(await signal(desk.ana, id, false)).toEqual({ viewers: ['Ana Souza'], typing: ['Carla Dias'] });
  });

  it('where the operator hides its attendants, it is the operator who types', async () => {
    const settings = `mutation { operatorSettingsUpdate(input: { hidesAttendants: true }) { operator { name } userErrors { code } } }`;
    const { operatorSettingsUpdate } = await desk.configurator.data(settings);
    await signal(desk.carla, id, true);
    const { name } = operatorSettingsUpdate.operator;
    expect(await signal(desk.ana, id, false)).toEqual({ viewers: ['Ana Souza'], typing: [name] });
  });

  it('a member from whom it becomes hidden is told nothing more until it is shown again', async () => {
    await using ana = looking(elsewhere.ana, id);
    await using davi = looking(elsewhere.davi, id);
    await shows(davi, { viewers: ['Ana Souza', 'Davi Reis'], typing: [] });
    await ana.next();
    await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey: 'auditoria' });
    await signal(desk.carla, id, true);
    await davi.until(({ activity }) => activity.typing.length === 1);
    await signal(desk.carla, id, false);
    await davi.until(({ activity }) => activity.typing.length === 0);
    await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey: 'em_analise' });
    await signal(desk.paulo, id, true);
    expect((await ana.next()).activity).toEqual({ viewers: ['Ana Souza'], typing: ['Paulo Melo'] });
  });

  it('a system reads who is there, and is not', async () => {
    expect(await signal(desk.erp, id, true)).toEqual({ viewers: [], typing: [] });
    await using erp = looking(desk.erp, id);
    expect((await erp.next()).activity).toEqual({ viewers: [], typing: [] });
  });

  it('while Redis is gone each process goes on with its own, and soon after its return they are together', async () => {
    await using carla = looking(desk.carla, id);
    await using davi = looking(elsewhere.davi, id);
    const both = { viewers: ['Carla Dias', 'Davi Reis'], typing: [] };
    await shows(carla, both);
    await shows(davi, both);
    await redis.kill();
    await shows(davi, { viewers: ['Davi Reis'], typing: [] });
    expect((await signal(new TestClient(there.url, desk.davi.token), id, true)).typing).toEqual(['Davi Reis']);
    await davi.until(({ activity }) => activity.typing.length === 1);
    await redis.start();
    const back = performance.now();
    await davi.until(({ activity: { viewers } }) => viewers.length === 2);
    expect(performance.now() - back).toBeLessThan(5_000);
  });

  it('Redis is told ids alone, and keeps nothing once nobody is there', async () => {
    await using commands = disposed(new Redis(redis.url));
    const davi = looking(elsewhere.davi, id);
    await davi.next();
    const [key] = await commands.value.keys('ocorrencias:leases:*');
    expect(key).toBe(`ocorrencias:leases:${desk.app.operators.alfa}:${id}:activity`);
    const held = await commands.value.zrange(key!, 0, '-1');
    expect(held).toEqual([expect.stringMatching(new RegExp(`^looks STAFF ${desk.ids.davi} [0-9a-f-]{36}$`))]);
    expect(await commands.value.pttl(key!)).toBeLessThanOrEqual(leaseMs);
    await davi[Symbol.asyncDispose]();
    await expect.poll(() => commands.value.keys('ocorrencias:leases:*')).toEqual([]);
  });

  it('a signal is told in the other process long before anybody would look', async ({ annotate }) => {
    await using davi = looking(elsewhere.davi, id);
    await davi.next();
    await signal(desk.carla, id, false);
    await shows(davi, { viewers: ['Carla Dias', 'Davi Reis'], typing: [] });
    const took: number[] = [];
    for (let turn = 0; turn < 200; turn++) {
      const typing = turn % 2 === 0;
      const told = davi.until(({ activity }) => activity.typing.length === (typing ? 1 : 0));
      const sent = performance.now();
      await Promise.all([signal(desk.carla, id, typing), told.then(() => took.push(performance.now() - sent))]);
    }
    await annotate(`signal to the other process' socket: ${spread(took)}`);
    expect(quantile(took, 0.5)).toBeLessThan(200);
  });
});

const disposed = (value: Redis) => ({ value, [Symbol.asyncDispose]: async () => value.disconnect() });
