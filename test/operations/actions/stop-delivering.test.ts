import { expect, it, vi } from 'vitest';
import { attempt } from '../../../src/modules/actions/deliver/attempt.js';
import type { Parcel } from '../../../src/modules/actions/index.js';
import { createLogger } from '../../../src/platform/observability/logger.js';
import { scriptedChannel } from '../../kit/scripted-channel.js';
import { open } from '../occurrences/change.js';
import { openDesk } from '../occurrences/desk.js';

it('a server that stops keeps its channels open until what it was sending has ended', async () => {
  const order: string[] = [];
  const hooks = { ...scriptedChannel('HOOK'), close: () => void order.push('closed') };
  const desk = await openDesk({ work: { channels: [hooks] } });
  const answers = () =>
    fetch(new URL('/healthz', desk.app.url)).then(
      () => true,
      () => false,
    );
  hooks.script.push(async () => {
    await vi.waitUntil(async () => !(await answers()), { timeout: 7_000, interval: 20 });
    order.push('ended');
    return { state: 'DELIVERED', outcome: 'delivered', detail: null };
  });
  await open(desk.ana);
  await vi.waitUntil(() => hooks.parcels.length === 1);
  await desk[Symbol.asyncDispose]();
  // Once as what delivers, once as what tries actions out, which has nothing under way by then.
  expect(order.lastIndexOf('closed')).toBeGreaterThan(order.indexOf('ended'));
  expect(order.filter((what) => what === 'ended')).toEqual(['ended']);
});

it.each([
  ['ends without an answer', () => Promise.resolve({ state: 'RETRY', outcome: 'timeout', detail: null } as const)],
  ['fails', () => Promise.reject(new Error('cut off'))],
])('an attempt that is broken off because the server stops and %s counts as none', async (_what, sent) => {
  const hooks = scriptedChannel('EMAIL');
  const now = new Date('2026-11-24T12:00:00.000Z');
  const stopping = new AbortController();
  hooks.script.push(() => {
    stopping.abort();
    return sent();
  });
  const parcel = { deliveryId: 'dlv_1', now } as Parcel;
  const broken = await attempt({ channel: hooks, parcel, signal: stopping.signal }, createLogger('silent'));
  expect(broken).toEqual({ state: 'DEFERRED', until: now });
});
