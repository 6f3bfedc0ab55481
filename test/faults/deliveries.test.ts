import { setTimeout as after } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { Chance } from '../../src/modules/occurrences/random-walk.fixture.js';
import { startTestApp } from '../kit/app.js';
import { withClient } from '../kit/database.js';
import { times } from '../kit/faults.js';
import { WorkerProcess } from '../kit/worker-process.js';
import { Receiver } from '../kit/receiver.js';
import { type HookedDesk, openHookedDesk } from '../operations/actions/hooked-desk.js';
import { open } from '../operations/occurrences/change.js';
import { saved } from '../operations/workflow/example.js';

const figure = (what: string, value: string) => console.log(`${what}: ${value}`);

const environment = { WEBHOOK_ALLOW_PRIVATE_NETWORKS: 'true' };
const minute = 60_000;

/** Every delivery of a hook, by id, with how often it was tried. */
async function deliveriesOf({ desk }: HookedDesk) {
  const { rows } = await withClient(desk.app.testDatabase.ownerUrl, (client) =>
    client.query<{ id: string; state: string; attempts: number }>(
      `select d.id, d.state, (select count(*)::int from action_attempt a
          where a.operator_id = d.operator_id and a.delivery_id = d.id) as attempts
         from action_delivery d where d.lane like 'HOOK%'`,
    ),
  );
  return rows;
}

const waiting = async (hooked: HookedDesk) =>
  (await deliveriesOf(hooked)).filter(({ state }) => state !== 'DELIVERED').length;

const allDelivered = (hooked: HookedDesk, timeout: number) =>
  vi.waitUntil(async () => (await waiting(hooked)) === 0, { timeout, interval: 100 });

async function openMany({ desk }: HookedDesk, count: number): Promise<void> {
  const one = async (writer: number) => {
    for (let i = writer; i < count; i += 10) await open(desk.ana);
  };
  await Promise.all(Array.from({ length: 10 }, (_, writer) => one(writer)));
}

const count = times(300, 10_000);
it(
  `of ${count} deliveries to a receiver that fails and forgets to answer, none is missing and none is another`,
  async () => {
    await using hooked = await openHookedDesk();
    const { receiver } = hooked;
    const chance = new Chance(1);
    /** How each receipt of a delivery was answered. */
    const answers = new Map<string, ('accepted' | 'failed' | 'dropped')[]>();
    const bodies = new Map<string, Set<string>>();
    receiver.answer = ({ headers, body }, response) => {
      const id = String(headers['webhook-id']);
      const roll = chance.below(100);
      const answer = roll < 30 ? 'failed' : roll < 35 ? 'dropped' : 'accepted';
      answers.set(id, [...(answers.get(id) ?? []), answer]);
      bodies.set(id, (bodies.get(id) ?? new Set()).add(body));
      if (answer === 'dropped') response.socket!.destroy();
      else response.writeHead(answer === 'failed' ? 500 : 204).end();
    };
    await openMany(hooked, count);
    const since = performance.now();
    const work = { retryDelaysMs: Array<number>(50).fill(1) };
    await using worker = await startTestApp({ beside: hooked.desk.app, environment, work });
    await allDelivered(hooked, 20 * minute);
    const seconds = (performance.now() - since) / 1_000;
    figure(`${count} deliveries, 35 % of the attempts in vain`, `${(count / seconds).toFixed(0)}/s`);
    const deliveries = await deliveriesOf(hooked);
    expect(deliveries).toHaveLength(count);
    expect(new Set(answers.keys())).toEqual(new Set(deliveries.map(({ id }) => id)));
    expect([...bodies.values()].filter((different) => different.size !== 1)).toEqual([]);
    // What was accepted, and heard to be, is never sent again; each other receipt is an attempt that the log has.
    const wrong = deliveries.filter(({ id, attempts }) => {
      const received = answers.get(id)!;
      return received.length !== attempts || received.indexOf('accepted') !== received.length - 1;
    });
    expect(wrong).toEqual([]);
    expect(worker.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  },
  30 * minute,
);

const kills = times(3, 100);
it(
  `of a worker that is killed ${kills} times, every delivery is done, once more than once at the most`,
  async () => {
    await using hooked = await openHookedDesk();
    const { desk, receiver } = hooked;
    const receipts = new Map<string, { at: number; body: string }[]>();
    receiver.answer = ({ headers, body }, response) => {
      const id = String(headers['webhook-id']);
      receipts.set(id, [...(receipts.get(id) ?? []), { at: performance.now(), body }]);
      void after(20).then(() => response.writeHead(204).end());
    };
    const { ownerUrl } = desk.app.testDatabase;
    await using worker = new WorkerProcess({ DATABASE_URL: ownerUrl, DATABASE_POOL_SIZE: '5', ...environment });
    const chance = new Chance(2);
    const inHand = async () => {
      const sql = `select data->>'deliveryId' as id from jobs.job where state = 'active'`;
      const { rows } = await withClient(ownerUrl, (client) => client.query<{ id: string }>(sql));
      return rows.map(({ id }) => id);
    };
    const resumed: number[] = [];
    const mayBeTwice = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      await worker.start();
      const enough = receiver.received.length + 1 + chance.below(15);
      const opening = openMany(hooked, 20);
      await vi.waitUntil(() => receiver.received.length >= enough, { timeout: minute, interval: 1 });
      await worker.kill();
      const killedAt = performance.now();
      await opening;
      const held = await inHand();
      for (const id of held) mayBeTwice.add(id);
      await worker.start();
      await allDelivered(hooked, minute);
      const again = held.flatMap((id) =>
        receipts
          .get(id)!
          .filter(({ at }) => at > killedAt)
          .map(({ at }) => at - killedAt),
      );
      expect(again.length).toBe(held.length);
      resumed.push(...again);
      await worker.kill();
    }
    const deliveries = await deliveriesOf(hooked);
    expect(deliveries).toHaveLength(kills * 20);
    for (const { id } of deliveries) {
      const received = receipts.get(id)!;
      expect(received.length, id).toBeLessThanOrEqual(mayBeTwice.has(id) ? 2 : 1);
      expect(new Set(received.map(({ body }) => body)).size, id).toBe(1);
    }
    // Each kill met somebody at work, so that this shows something.
    expect(mayBeTwice.size).toBeGreaterThan(0);
    const twice = [...receipts.values()].filter(({ length }) => length > 1).length;
    figure(
      `${kills} kills: sent twice / longest until taken up again`,
      `${twice} / ${(Math.max(...resumed) / 1_000).toFixed(1)} s`,
    );
    expect(Math.max(...resumed)).toBeLessThan(minute);
  },
  (kills + 1) * minute * 2,
);

const deadTargets = 6;
it(
  `${deadTargets} targets that take everything and never answer delay no other`,
  async () => {
    await using hooked = await openHookedDesk();
    const { desk, receiver } = hooked;
    await using resources = new AsyncDisposableStack();
    const dead: Receiver[] = [];
    for (let i = 0; i < deadTargets; i++) {
      const target = resources.use(await Receiver.start());
      target.answer = () => undefined;
      dead.push(target);
      const config = { url: target.url, timeoutMs: 30_000 };
      const { actionCreate } = await desk.configurator.data(
        `mutation ($id: ID!, $input: ActionInput!) {
         actionCreate(occurrenceTypeId: $id, input: $input) { userErrors { code message path } } }`,
        {
          id: desk.typeId,
          input: { key: `hook_a_${i}`, description: 'hook', statusKey: 'solicitado', kind: 'HOOK', config },
        },
      );
      saved(actionCreate);
    }
    const opened = times(60, 120);
    await openMany(hooked, opened);
    const since = performance.now();
    await using _worker = await startTestApp({ beside: desk.app, environment, work: {} });
    await vi.waitUntil(() => receiver.received.length === opened, { timeout: 25_000, interval: 10 });
    const took = performance.now() - since;
    figure(`${opened} deliveries beside targets that never answer`, `${((opened / took) * 1_000).toFixed(0)}/s`);
    // Ten at once hang at each of them, and no more.
    await expect
      .poll(() => dead.map(({ received }) => received.length), { timeout: 10_000 })
      .toEqual(Array(deadTargets).fill(10));
  },
  2 * minute,
);
