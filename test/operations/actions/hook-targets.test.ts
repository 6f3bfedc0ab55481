import { expect, it, vi } from 'vitest';
import { admit } from '../../../src/modules/actions/hook-targets/admit.js';
import { keepOutcome } from '../../../src/modules/actions/hook-targets/keep-outcome.js';
import { startTestApp } from '../../kit/app.js';
import { withClient } from '../../kit/database.js';
import { open } from '../occurrences/change.js';
import { type HookedDesk, openHookedDesk } from './hooked-desk.js';

const hour = 3_600_000;
/** No attempt by the schedule within a test. */
const retryDelaysMs = [hour, hour, hour];
const pauses = { failures: 3, overMs: 0, firstPauseMs: hour, longestPauseMs: hour, probeMs: hour };

async function targetsOf({ desk }: HookedDesk) {
  const { hookTargets } = await desk.paulo.data('{ hookTargets { host state since lastOutcome pausedUntil waiting } }');
  return hookTargets as { host: string; state: string; waiting: number; [field: string]: unknown }[];
}
const targetOf = async (hooked: HookedDesk) =>
  (await targetsOf(hooked)).find(({ host }) => host === new URL(hooked.receiver.url).host)!;
const becomes = (hooked: HookedDesk, state: string) =>
  vi.waitUntil(async () => (await targetOf(hooked)).state === state, { timeout: 15_000, interval: 20 });
const openSome = async ({ desk }: HookedDesk, count: number) => {
  const opened = [];
  for (let i = 0; i < count; i++) opened.push((await open(desk.ana)).id);
  return opened;
};
const resume = async ({ desk }: HookedDesk, host: string) =>
  (
    await desk.paulo.data(
      `mutation ($host: String!) {
         hookTargetResume(host: $host) { hookTarget { host state waiting pausedUntil } userErrors { code path } } }`,
      { host },
    )
  ).hookTargetResume;

it('a host that goes on failing is paused: what comes waits untried, and arrives once a supervisor resumes it', async () => {
  await using hooked = await openHookedDesk({ work: { retryDelaysMs, pauses } });
  const { receiver } = hooked;
  const { host } = new URL(receiver.url);
  expect(await targetOf(hooked)).toEqual({
    host,
    state: 'WORKING',
    since: null,
    lastOutcome: null,
    pausedUntil: null,
    waiting: 0,
  });
  receiver.answer = (_received, response) => void response.writeHead(502).end();
  const tried = await openSome(hooked, 2);
  await vi.waitUntil(() => receiver.received.length === 2);
  await becomes(hooked, 'FAILING');
  tried.push(...(await openSome(hooked, 1)));
  await becomes(hooked, 'PAUSED');
  const late = await openSome(hooked, 2);
  for (const id of late) {
    await vi.waitUntil(async () => (await hooked.settled(id, 'PENDING')).nextAttemptAt !== null, 10_000);
    expect((await hooked.settled(id, 'PENDING')).attempts).toEqual([]);
  }
  expect(receiver.received).toHaveLength(3);
  const paused = await targetOf(hooked);
  expect(paused).toMatchObject({ lastOutcome: '502', waiting: 5 });
  expect(Date.parse(String(paused.pausedUntil)) - Date.parse(String(paused.since))).toBeGreaterThan(0);
  receiver.answer = (_received, response) => void response.writeHead(204).end();
  expect(await resume(hooked, 'other.example')).toEqual({
    hookTarget: null,
    userErrors: [{ code: 'NOT_FOUND', path: ['host'] }],
  });
  expect(receiver.received).toHaveLength(3);
  expect(await resume(hooked, host)).toEqual({
    hookTarget: { host, state: 'WORKING', waiting: 5, pausedUntil: null },
    userErrors: [],
  });
  for (const id of tried) expect((await hooked.settled(id, 'DELIVERED')).attempts).toHaveLength(2);
  for (const id of late) expect((await hooked.settled(id, 'DELIVERED')).attempts).toHaveLength(1);
  expect(await targetOf(hooked)).toMatchObject({ state: 'WORKING', waiting: 0 });
});

it('after each pause one tries, in whatever process, and its success lets all go', async () => {
  // All wake at the end of a pause; those that are not the one that tries wait for as long as it may take.
  const rules = { ...pauses, firstPauseMs: 1_000, longestPauseMs: 1_000, probeMs: 3_000 };
  const work = { retryDelaysMs, pauses: rules };
  await using hooked = await openHookedDesk({ work });
  const environment = { WEBHOOK_ALLOW_PRIVATE_NETWORKS: 'true' };
  await using _another = await startTestApp({ beside: hooked.desk.app, environment, work });
  const { receiver } = hooked;
  receiver.answer = (_received, response) => void response.writeHead(500).end();
  const opened = await openSome(hooked, 3);
  await becomes(hooked, 'PAUSED');
  opened.push(...(await openSome(hooked, 12)));
  const { ownerUrl } = hooked.desk.app.testDatabase;
  const counted = () =>
    withClient(ownerUrl, async (client) => {
      const { rows } = await client.query<{ pauses: number; failures: number }>(
        'select pauses, failures from hook_target',
      );
      return rows[0]!;
    });
  await vi.waitUntil(async () => (await counted()).pauses >= 3, { timeout: 60_000, interval: 20 });
  const { pauses: begun, failures } = await counted();
  // Three that began the first pause, and one for each further.
  expect(failures).toBe(3 + begun - 1);
  expect(receiver.received.length - failures).toBeLessThanOrEqual(1);
  receiver.answer = (_received, response) => void response.writeHead(204).end();
  for (const id of opened) await hooked.settled(id, 'DELIVERED');
  expect(await targetOf(hooked)).toMatchObject({ state: 'WORKING', waiting: 0, lastOutcome: 'delivered' });
}, 120_000);

it('a pause does not end while something is being put aside for it: whoever ends it finds that waiting', async () => {
  await using app = await startTestApp();
  const { database, clock } = app;
  const { ownerUrl } = app.testDatabase;
  const operatorId = app.operators.alfa;
  const about = { operatorId, host: 'erp.example', rules: pauses };
  const refused = { state: 'RETRY', outcome: '500', detail: null } as const;
  const delivered = { state: 'DELIVERED', outcome: 'delivered', detail: null } as const;
  const told = (sent: typeof refused | typeof delivered) =>
    database.transaction({ operatorId }, (em) => keepOutcome(em, { ...about, sent, probe: false, now: clock.now() }));
  for (let failure = 0; failure < pauses.failures; failure++) await told(refused);
  const order: string[] = [];
  let ending: Promise<unknown> | undefined;
  await database.transaction({ operatorId }, async (em) => {
    const until = new Date(clock.now().getTime() + hour);
    expect(await admit(em, { ...about, now: clock.now() })).toEqual({ until });
    ending = told(delivered).then((resumed) => order.push(resumed ? 'the pause ends' : 'there was none'));
    const waits = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await vi.waitUntil(async () => (await withClient(ownerUrl, (client) => client.query(waits))).rowCount! > 0, 10_000);
    order.push('put aside');
  });
  await ending;
  expect(order).toEqual(['put aside', 'the pause ends']);
});

it('another host, and another operator, are not paused with it', async () => {
  await using hooked = await openHookedDesk({ work: { retryDelaysMs, pauses } });
  const { receiver, desk } = hooked;
  receiver.answer = (_received, response) => void response.writeHead(500).end();
  await openSome(hooked, 3);
  await becomes(hooked, 'PAUSED');
  const elsewhere = receiver.url.replace('127.0.0.1', 'localhost');
  receiver.answer = (_received, response) => void response.writeHead(204).end();
  await hooked.configure({ url: elsewhere });
  const [id] = await openSome(hooked, 1);
  await hooked.settled(id!, 'DELIVERED');
  const states = (await targetsOf(hooked)).map(({ host, state }) => [host.split(':')[0], state]);
  expect(states).toEqual([
    ['127.0.0.1', 'PAUSED'],
    ['localhost', 'WORKING'],
  ]);
  const other = await desk.app.client('supervisor', { operator: 'beta' });
  expect(await other.data('{ hookTargets { host } }')).toEqual({ hookTargets: [] });
});
