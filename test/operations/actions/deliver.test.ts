import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { notSetUp } from '../../../src/modules/actions/channels/not-set-up.js';
import { type ScriptedChannel, scriptedChannel } from '../../kit/scripted-channel.js';
import { TestStream } from '../../kit/stream.js';
import { done, open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';

let desk: Desk;
let hooks: ScriptedChannel;
beforeAll(async () => {
  hooks = scriptedChannel('HOOK');
  desk = await openDesk({ work: { channels: [hooks], retryDelaysMs: [1, 1] } });
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => {
  hooks.parcels.length = 0;
  hooks.script.length = 0;
});

const hookOf = async (occurrenceId: string) => {
  const { actionDeliveries } = await desk.paulo.data(
    `query ($id: ID!) { actionDeliveries(occurrenceId: $id) {
       nodes { id state nextAttemptAt action { kind } attempts { outcome detail } } } }`,
    { id: occurrenceId },
  );
  return actionDeliveries.nodes.find(({ action }: { action: { kind: string } }) => action.kind === 'HOOK');
};
const settled = (occurrenceId: string, state: string) =>
  vi.waitUntil(async () => (await hookOf(occurrenceId))?.state === state, { timeout: 10_000, interval: 20 });

describe('a delivery', () => {
  it('is sent after the change, and its end is the next event of the occurrence, for the panels at once', async () => {
    await using stream = new TestStream<any>(
      desk.paulo,
      'subscription { queueUpdates { kind event { version ... on OccurrenceActionSettled { outcome } } occurrence { id } } }',
    );
    await stream.until(({ queueUpdates }) => queueUpdates.kind === 'READY');
    const { id } = await open(desk.ana);
    const live = await stream.until(({ queueUpdates }) => queueUpdates.event?.outcome);
    expect(live.queueUpdates).toMatchObject({ event: { version: 2, outcome: 'DELIVERED' }, occurrence: { id } });
    await settled(id, 'DELIVERED');
    const delivery = await hookOf(id);
    expect(hooks.parcels).toHaveLength(1);
    expect(hooks.parcels[0]).toMatchObject({ deliveryId: delivery.id, message: { key: 'hook_solicitado' } });
    expect(delivery).toMatchObject({ nextAttemptAt: null, attempts: [{ outcome: 'delivered', detail: null }] });
    const { occurrence } = await desk.paulo.data(
      `query ($id: ID!) { occurrence(id: $id) { version history(first: 10) { nodes {
         version ... on OccurrenceActionSettled { deliveryId outcome action { key } } } } } }`,
      { id },
    );
    expect(occurrence.version).toBe(2);
    expect(occurrence.history.nodes).toContainEqual({
      version: 2,
      deliveryId: delivery.id,
      outcome: 'DELIVERED',
      action: { key: 'hook_solicitado' },
    });
  });

  it('is tried again with the same id and the same content, whatever has changed since', async () => {
    hooks.script.push(() => ({ state: 'RETRY', outcome: '503', detail: 'Service Unavailable' }));
    hooks.script.push(() => Promise.reject(new Error('a fault of ours')));
    const { id } = await open(desk.ana);
    await settled(id, 'DELIVERED');
    expect(hooks.parcels).toHaveLength(3);
    expect(new Set(hooks.parcels.map(({ deliveryId }) => deliveryId)).size).toBe(1);
    expect(new Set(hooks.parcels.map(({ message }) => JSON.stringify(message))).size).toBe(1);
    const { attempts } = await hookOf(id);
    expect(attempts).toEqual([
      { outcome: '503', detail: 'Service Unavailable' },
      { outcome: 'fault', detail: null },
      { outcome: 'delivered', detail: null },
    ]);
  });

  it('is given up after the last attempt, which an event says', async () => {
    const failing = () => ({ state: 'RETRY' as const, outcome: 'timeout', detail: null });
    hooks.script.push(failing, failing, failing);
    const { id } = await open(desk.ana);
    await settled(id, 'FAILED');
    expect(hooks.parcels).toHaveLength(3);
    expect(await hookOf(id)).toMatchObject({ nextAttemptAt: null });
  });

  it('tells each attempt whom those before have reached, also after a fault of ours, and was not in vain', async () => {
    hooks.script.push(() => ({ state: 'RETRY', outcome: '503', detail: null, reached: ['one'] }));
    const fault = () => Promise.reject(new Error('a fault of ours'));
    hooks.script.push(fault, fault);
    const { id } = await open(desk.ana);
    await settled(id, 'DELIVERED');
    expect(hooks.parcels.map(({ reached }) => reached)).toEqual([[], ['one'], ['one']]);
  });

  it('that is deferred waits for its time, and that counts as no attempt', async () => {
    hooks.script.push(() => ({ state: 'DEFERRED', until: new Date(desk.app.clock.now().getTime() + 500) }));
    const { id } = await open(desk.ana);
    await settled(id, 'DELIVERED');
    expect(hooks.parcels).toHaveLength(2);
    expect((await hookOf(id)).attempts).toEqual([{ outcome: 'delivered', detail: null }]);
  });

  it('waits for those before it in its lane, and for nobody else', async () => {
    const first = await open(desk.ana);
    await settled(first.id, 'DELIVERED');
    const slow = Promise.withResolvers<void>();
    hooks.script.push(async () => {
      await slow.promise;
      return { state: 'DELIVERED', outcome: 'late', detail: null };
    });
    const second = await open(desk.ana);
    await vi.waitUntil(() => hooks.parcels.some(({ occurrenceId }) => occurrenceId === second.id));
    const third = await open(desk.ana);
    await settled(third.id, 'DELIVERED');
    expect((await hookOf(second.id)).state).toBe('PENDING');
    slow.resolve();
    await settled(second.id, 'DELIVERED');
  });

  it('settles after the occurrence was closed, too', async () => {
    const held = Promise.withResolvers<void>();
    hooks.script.push(async () => {
      await held.promise;
      return { state: 'DELIVERED', outcome: 'late', detail: null };
    });
    const { id } = await open(desk.ana);
    await vi.waitUntil(() => hooks.parcels.length === 1);
    const closed = await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    expect(closed.occurrence?.status.key).toBe('cancelado');
    held.resolve();
    await settled(id, 'DELIVERED');
  });
});

it('a channel that is not set up skips what it cannot send, and says why', async () => {
  await using bare = await openDesk({ work: { channels: [notSetUp('HOOK', 'HOOK_SETTINGS')] } });
  const { id } = await open(bare.ana);
  const query = `query ($id: ID!) { actionDeliveries(occurrenceId: $id, states: [SKIPPED]) { nodes { attempts { outcome detail } } } }`;
  const skipped = async () => (await bare.paulo.data(query, { id })).actionDeliveries.nodes;
  await vi.waitUntil(async () => (await skipped()).length > 0, 10_000);
  expect(await skipped()).toEqual([
    { attempts: [{ outcome: 'not set up', detail: 'The server has no HOOK_SETTINGS.' }] },
  ]);
});
