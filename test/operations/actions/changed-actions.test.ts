import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ScriptedChannel, scriptedChannel } from '../../kit/scripted-channel.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';

let desk: Desk;
let mails: ScriptedChannel;
let hooks: ScriptedChannel;
let made = 0;
let action: Made;
beforeAll(async () => {
  mails = { ...scriptedChannel('EMAIL'), compose: () => ({ mail: 'for Ana' }) };
  hooks = scriptedChannel('HOOK');
  desk = await openDesk({ work: { channels: [mails, hooks], retryDelaysMs: [3_600_000, 3_600_000] } });
});
afterAll(() => desk[Symbol.asyncDispose]());

const email = { to: '{{solicitante.email}}', subject: '{{protocolo}}', body: 'Olá' };
const hook = { url: 'https://other.example/hooks' };
const inbox = { title: 'Olá', body: 'Olá' };

beforeEach(async () => {
  if (action) await change({ active: false });
  hooks.parcels.length = 0;
  mails.parcels.length = 0;
  mails.script.length = 0;
  action = await emailAction();
});

interface Made {
  readonly id: string;
  readonly key: string;
}

async function emailAction(): Promise<Made> {
  const key = `email_${(made += 1)}`;
  const input = { key, description: key, statusKey: 'solicitado', kind: 'EMAIL', config: email };
  const { actionCreate } = await desk.configurator.data(
    `mutation ($id: ID!, $input: ActionInput!) {
       actionCreate(occurrenceTypeId: $id, input: $input) { action { id key } userErrors { code message path } } }`,
    { id: desk.typeId, input },
  );
  return saved(actionCreate).action;
}

async function change(input: object, { id } = action): Promise<void> {
  const { actionUpdate } = await desk.configurator.data(
    `mutation ($id: ID!, $input: ActionUpdateInput!) {
       actionUpdate(id: $id, input: $input) { userErrors { code message path } } }`,
    { id, input },
  );
  saved(actionUpdate);
}
const deliveryOf = async (id: string, { id: actionId } = action) =>
  (
    await desk.paulo.data(
      `query ($id: ID!, $filter: ActionDeliveryFilter) { actionDeliveries(occurrenceId: $id, filter: $filter) {
         nodes { id state nextAttemptAt attempts { outcome detail } } } }`,
      { id, filter: { actionId } },
    )
  ).actionDeliveries.nodes[0];
const reaches = (id: string, state: string) =>
  vi.waitUntil(async () => (await deliveryOf(id)).state === state, { timeout: 10_000, interval: 20 });
const retry = async (id: string) =>
  (
    await desk.paulo.data(
      'mutation ($id: ID!) { actionDeliveryRetry(id: $id) { actionDelivery { state } userErrors { code } } }',
      { id },
    )
  ).actionDeliveryRetry;
const unanswered = () => ({ state: 'RETRY' as const, outcome: '451', detail: null });

/** One that waits for its second attempt. */
async function waiting(): Promise<string> {
  mails.script.push(unanswered);
  const { id } = await open(desk.ana);
  await reaches(id, 'RETRYING');
  return id;
}

describe('a delivery that waits', () => {
  it.each([
    ['HOOK', hook],
    ['IN_APP', inbox],
  ])('ends when its action has become a %s: what was written for an e-mail goes nowhere else', async (kind, config) => {
    const id = await waiting();
    await change({ kind, config });
    await retry((await deliveryOf(id)).id);
    await reaches(id, 'SKIPPED');
    expect(await deliveryOf(id)).toMatchObject({
      nextAttemptAt: null,
      attempts: [{ outcome: '451' }, { outcome: 'action changed', detail: expect.any(String) }],
    });
    expect(mails.parcels).toHaveLength(1);
    expect(
      hooks.parcels.filter(({ occurrenceId, config: { url } }) => occurrenceId === id && url === hook.url),
    ).toEqual([]);
  });

  it('ends when its action is inactive: it takes no part any more', async () => {
    const held = Promise.withResolvers<void>();
    mails.script.push(async () => {
      await held.promise;
      return unanswered();
    });
    const { id } = await open(desk.ana);
    await vi.waitUntil(() => mails.parcels.length === 1);
    await change({ active: false });
    held.resolve();
    await reaches(id, 'RETRYING');
    await desk.app.database.transaction({ operatorId: desk.app.operators.alfa }, (em) =>
      em.execute('update jobs.job set start_after = now() where singleton_key like ?', [`${id} EMAIL`]),
    );
    await reaches(id, 'SKIPPED');
    expect((await deliveryOf(id)).attempts[1]).toMatchObject({ outcome: 'action inactive' });
    expect(mails.parcels).toHaveLength(1);
  });
});

it('a delivery that is sent again goes the way of its action as it is now, with what is made for that', async () => {
  mails.script.push(() => ({ state: 'FAILED', outcome: '550', detail: null }));
  const { id } = await open(desk.ana);
  await reaches(id, 'FAILED');
  await change({ kind: 'HOOK', config: hook });
  await retry((await deliveryOf(id)).id);
  await reaches(id, 'DELIVERED');
  const sent = hooks.parcels.find(({ config: { url } }) => url === hook.url);
  expect(sent?.message).toMatchObject({ key: action.key });
  expect(sent?.message).not.toHaveProperty('mail');
  expect(mails.parcels).toHaveLength(1);
});

it('an attempt that ends after its delivery was sent again says nothing of the new sending', async () => {
  const held = Promise.withResolvers<void>();
  mails.script.push(async () => {
    await held.promise;
    return { state: 'FAILED', outcome: 'late', detail: null };
  });
  const { id } = await open(desk.ana);
  await vi.waitUntil(() => mails.parcels.length === 1);
  const { id: deliveryId } = await deliveryOf(id);
  // As another process settles it that took this one for dead.
  await desk.app.database.transaction({ operatorId: desk.app.operators.alfa }, (em) =>
    em.execute(`update action_delivery set state = 'DELIVERED' where id = ?`, [deliveryId]),
  );
  expect(await retry(deliveryId)).toMatchObject({ actionDelivery: { state: 'PENDING' } });
  held.resolve();
  await reaches(id, 'DELIVERED');
  expect(mails.parcels.map(({ resent }) => resent)).toEqual([0, 1]);
  expect((await deliveryOf(id)).attempts.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'sent again',
    'delivered',
  ]);
});

it('those behind a delivery in a lane are sent, too, when it gets another way meanwhile', async () => {
  const both = [action, await emailAction()];
  mails.script.push(() => ({ state: 'FAILED', outcome: '550', detail: null }), unanswered);
  const { id } = await open(desk.ana);
  const states = () => Promise.all(both.map(async (one) => (await deliveryOf(id, one)).state as string));
  await vi.waitUntil(async () => (await states()).toSorted().join() === 'FAILED,RETRYING');
  // Which of two that fire at once goes first is not said.
  const [first, second] = (await states())[0] === 'FAILED' ? both : both.toReversed();
  action = second!;
  const ids = { first: (await deliveryOf(id, first)).id, second: (await deliveryOf(id, second)).id };
  // The job of the second does the first, so that the first's own is left for the second.
  await retry(ids.first);
  mails.script.push(() => ({ state: 'DELIVERED', outcome: 'delivered', detail: null }), unanswered);
  await retry(ids.second);
  await vi.waitUntil(async () => (await deliveryOf(id, second)).attempts.length === 2);
  await change({ kind: 'HOOK', config: hook }, first);
  await retry(ids.first);
  await vi.waitUntil(() => hooks.parcels.some(({ config: { url } }) => url === hook.url));
  await retry(ids.second);
  await reaches(id, 'DELIVERED');
  expect(mails.parcels.at(-1)?.deliveryId).toBe(ids.second);
  await change({ active: false }, first);
});
