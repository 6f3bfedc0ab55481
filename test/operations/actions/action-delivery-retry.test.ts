import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ScriptedChannel, scriptedChannel } from '../../kit/scripted-channel.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';

let desk: Desk;
let hooks: ScriptedChannel;
const hour = 3_600_000;
beforeAll(async () => {
  hooks = scriptedChannel('HOOK');
  desk = await openDesk({ work: { channels: [hooks], retryDelaysMs: [hour] } });
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => {
  hooks.parcels.length = 0;
  hooks.script.length = 0;
});

interface Delivery {
  id: string;
  state: string;
  nextAttemptAt: string | null;
  action: { kind: string };
  attempts: { outcome: string; detail: string | null }[];
}

const deliveriesOf = async (occurrenceId: string): Promise<Delivery[]> => {
  const { actionDeliveries } = await desk.paulo.data(
    `query ($id: ID!) { actionDeliveries(occurrenceId: $id) {
       nodes { id state nextAttemptAt action { kind } attempts { outcome detail } } } }`,
    { id: occurrenceId },
  );
  return actionDeliveries.nodes;
};
const deliveryOf = async (occurrenceId: string, kind = 'HOOK') =>
  (await deliveriesOf(occurrenceId)).find(({ action }) => action.kind === kind)!;
const reaches = (occurrenceId: string, state: string) =>
  vi.waitUntil(async () => (await deliveryOf(occurrenceId)).state === state, { timeout: 10_000, interval: 20 });
const retry = async (id: string) =>
  (
    await desk.paulo.data(
      'mutation ($id: ID!) { actionDeliveryRetry(id: $id) { actionDelivery { id state } userErrors { code path } } }',
      { id },
    )
  ).actionDeliveryRetry;
const retryAll = async (filter: object) =>
  (
    await desk.paulo.data(
      `mutation ($filter: ActionDeliveryFilter!) {
         actionDeliveriesRetry(filter: $filter) { resent remaining userErrors { code } } }`,
      { filter },
    )
  ).actionDeliveriesRetry;
const refused = () => ({ state: 'RETRY' as const, outcome: '500', detail: null });
const givenUp = () => ({ state: 'FAILED' as const, outcome: '410', detail: null });

describe('actionDeliveryRetry', () => {
  it('tries at once what waits for its next attempt', async () => {
    hooks.script.push(refused);
    const { id } = await open(desk.ana);
    await reaches(id, 'RETRYING');
    const delivery = await deliveryOf(id);
    expect(delivery.nextAttemptAt).not.toBeNull();
    expect(await retry(delivery.id)).toMatchObject({ actionDelivery: { id: delivery.id }, userErrors: [] });
    await reaches(id, 'DELIVERED');
    expect((await deliveryOf(id)).attempts.map(({ outcome }) => outcome)).toEqual(['500', 'delivered']);
  });

  it('begins anew what had ended, under the same id, with the same body for a hook, and says who asked', async () => {
    hooks.script.push(givenUp);
    const { id } = await open(desk.ana);
    await reaches(id, 'FAILED');
    const { id: deliveryId } = await deliveryOf(id);
    expect(await retry(deliveryId)).toEqual({ actionDelivery: { id: deliveryId, state: 'PENDING' }, userErrors: [] });
    await reaches(id, 'DELIVERED');
    expect((await deliveryOf(id)).attempts).toEqual([
      { outcome: '410', detail: null },
      { outcome: 'sent again', detail: 'by Paulo Melo' },
      { outcome: 'delivered', detail: null },
    ]);
    const [first, second] = hooks.parcels;
    expect(second).toMatchObject({ deliveryId, message: first?.message, resent: 1 });
    const { occurrence } = await desk.paulo.data(
      'query ($id: ID!) { occurrence(id: $id) { history(first: 10) { nodes { ... on OccurrenceActionSettled { outcome } } } } }',
      { id },
    );
    const outcomes = occurrence.history.nodes.map(({ outcome }: { outcome?: string }) => outcome).filter(Boolean);
    expect(outcomes.toSorted()).toEqual(['DELIVERED', 'FAILED']);
  });

  it('puts a message into the inbox once more', async () => {
    const { id } = await open(desk.zoe);
    await reaches(id, 'DELIVERED');
    const message = await deliveryOf(id, 'IN_APP');
    expect(await retry(message.id)).toMatchObject({ actionDelivery: { state: 'DELIVERED' }, userErrors: [] });
    const { inbox } = await desk.zoe.data('{ inbox { nodes { occurrence { id } } } }');
    expect(inbox.nodes.filter(({ occurrence }: any) => occurrence.id === id)).toHaveLength(2);
  });

  it('is answered NOT_FOUND for what is no delivery, and FORBIDDEN to attendants', async () => {
    const { id } = await open(desk.ana);
    await reaches(id, 'DELIVERED');
    expect(await retry(id)).toEqual({ actionDelivery: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] });
    const { errors } = await desk.carla.execute(
      'mutation { actionDeliveryRetry(id: "dlv_x") { userErrors { code } } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('actionDeliveriesRetry', () => {
  it('sends again what the filter selects and nothing else', async () => {
    hooks.script.push(givenUp, givenUp, givenUp);
    const ids = [(await open(desk.ana)).id, (await open(desk.ana)).id, (await open(desk.ana)).id];
    for (const id of ids) await reaches(id, 'FAILED');
    expect(await retryAll({ states: ['FAILED'], occurrenceId: ids[0] })).toEqual({
      resent: 1,
      remaining: 0,
      userErrors: [],
    });
    await reaches(ids[0]!, 'DELIVERED');
    expect(await retryAll({ states: ['FAILED'], kinds: ['EMAIL'] })).toMatchObject({ resent: 0 });
    expect(await retryAll({ states: [] })).toMatchObject({ resent: 0 });
    expect(await retryAll({ states: ['FAILED'], kinds: ['HOOK'] })).toMatchObject({ resent: 2, remaining: 0 });
    for (const id of ids) await reaches(id, 'DELIVERED');
  });
});

describe('actionDeliveries', () => {
  it('is narrowed by kind, action and time', async () => {
    const { id } = await open(desk.ana);
    await reaches(id, 'DELIVERED');
    const now = desk.app.clock.now();
    const select = async (filter: object) => {
      const { actionDeliveries } = await desk.paulo.data(
        `query ($id: ID!, $filter: ActionDeliveryFilter) {
           actionDeliveries(occurrenceId: $id, filter: $filter) { nodes { action { id kind } } } }`,
        { id, filter },
      );
      return actionDeliveries.nodes.map(({ action }: { action: { kind: string } }) => action.kind).toSorted();
    };
    expect(await select({})).toEqual(['HOOK', 'IN_APP']);
    expect(await select({ kinds: ['HOOK'] })).toEqual(['HOOK']);
    expect(await select({ kinds: [] })).toEqual([]);
    expect(await select({ createdTo: now })).toEqual([]);
    expect(await select({ createdFrom: now })).toEqual(['HOOK', 'IN_APP']);
    expect(await select({ actionId: id })).toEqual([]);
  });
});
