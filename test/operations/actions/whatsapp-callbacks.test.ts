import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../src/shared/ids.js';
import { cloudApi, type FakeCloudApi, signatureOf, startCloudApi, statusCallback } from '../../kit/cloud-api.js';
import { TestStream } from '../../kit/stream.js';
import { done, open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';

const phone = '+55 (11) 98765-4321';
let api: FakeCloudApi;
let desk: Desk;
beforeAll(async () => {
  api = await startCloudApi();
  const environment = {
    WHATSAPP_PHONE_NUMBER_ID: cloudApi.phoneNumberId,
    WHATSAPP_ACCESS_TOKEN: cloudApi.accessToken,
    WHATSAPP_API_URL: api.url,
    WHATSAPP_VERIFY_TOKEN: cloudApi.verifyToken,
    WHATSAPP_APP_SECRET: cloudApi.appSecret,
  };
  // An attempt whose answer is lost is not made again within a test.
  desk = await openDesk({ environment, work: { retryDelaysMs: [3_600_000] } });
  const member = { membershipNumber: '1', name: 'Ana Souza', phone };
  saved(
    (
      await desk.configurator.data(
        'mutation ($input: BeneficiaryUpsertInput!) { beneficiaryUpsert(input: $input) { userErrors { code } } }',
        { input: member },
      )
    ).beneficiaryUpsert,
  );
  const config = {
    to: '{{solicitante.telefone}}',
    template: 'reembolso_pago_v1',
    params: ['{{solicitante.primeiroNome}}', '{{protocolo}}'],
  };
  const actions = { zap: 'solicitado', zap_em_analise: 'em_analise' };
  for (const [key, statusKey] of Object.entries(actions)) {
    const { actionCreate } = await desk.configurator.data(
      'mutation ($id: ID!, $input: ActionInput!) { actionCreate(occurrenceTypeId: $id, input: $input) { userErrors { code message path } } }',
      { id: desk.typeId, input: { key, description: key, statusKey, kind: 'WHATSAPP', config } },
    );
    saved(actionCreate);
  }
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});
beforeEach(() => {
  api.calls.length = 0;
  api.script.length = 0;
});

const deliveryOf = async (id: string, key = 'zap') =>
  (
    await desk.paulo.data(
      `query ($id: ID!) { actionDeliveries(occurrenceId: $id, filter: { kinds: [WHATSAPP] }) {
         nodes { id state nextAttemptAt action { key } attempts { outcome detail } } } }`,
      { id },
    )
  ).actionDeliveries.nodes.find(({ action }: { action: { key: string } }) => action.key === key);
const settlings = async (id: string): Promise<string[]> => {
  const { occurrence } = await desk.paulo.data(
    `query ($id: ID!) { occurrence(id: $id) { history(first: 50) { nodes {
       version ... on OccurrenceActionSettled { outcome action { key } } } } } }`,
    { id },
  );
  return occurrence.history.nodes
    .filter(({ action }: { action?: { key: string } }) => action?.key === 'zap')
    .toSorted((a: { version: number }, b: { version: number }) => a.version - b.version)
    .map(({ outcome }: { outcome: string }) => outcome);
};
const states = (id: string, state: string, key = 'zap') =>
  vi.waitUntil(async () => (await deliveryOf(id, key))?.state === state, { timeout: 20_000, interval: 50 });

const callback = (body: string, headers: Record<string, string> = { 'x-hub-signature-256': signatureOf(body) }) =>
  fetch(`${desk.app.url}/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const undeliverable = { code: 131_026, title: 'Message undeliverable', message: `${phone} is not on WhatsApp` };
const told = (status: string, change: object = {}) => {
  const { wamid: id, biz_opaque_callback_data } = api.calls.at(-1)!;
  const errors = status === 'failed' ? { errors: [undeliverable] } : {};
  return {
    id,
    status,
    timestamp: '1795521600',
    recipient_id: '5511987654321',
    biz_opaque_callback_data,
    ...errors,
    ...change,
  };
};
const tell = async (...statuses: object[]) => expect((await callback(statusCallback(statuses))).status).toBe(200);

/** An occurrence whose message was accepted. */
async function accepted(): Promise<string> {
  const { id } = await open(desk.ana);
  await states(id, 'DELIVERED');
  expect(api.calls).toHaveLength(1);
  return id;
}

describe('what WhatsApp tells of a message', () => {
  it('are attempts of its delivery, each once, however often and in whatever order they come', async () => {
    const id = await accepted();
    await tell(told('sent'));
    await tell(told('read'), told('delivered'), told('sent'));
    await tell(told('sent'), told('delivered'), told('read'));
    expect(await deliveryOf(id)).toMatchObject({
      state: 'DELIVERED',
      attempts: [
        { outcome: 'accepted', detail: null },
        { outcome: 'sent', detail: null },
        { outcome: 'read', detail: null },
      ],
    });
    expect(await settlings(id)).toEqual(['DELIVERED']);
  });

  it('makes a delivery that seemed to have arrived a failed one, which the panels are told at once, and once', async () => {
    const id = await accepted();
    await using stream = new TestStream<any>(
      desk.paulo,
      'subscription { queueUpdates { kind event { ... on OccurrenceActionSettled { outcome } } occurrence { id } } }',
    );
    await stream.until(({ queueUpdates }) => queueUpdates.kind === 'READY');
    await Promise.all([tell(told('failed')), tell(told('failed')), tell(told('failed'), told('sent'))]);
    const live = await stream.until(({ queueUpdates }) => queueUpdates.event?.outcome === 'FAILED');
    expect(live.queueUpdates.occurrence.id).toBe(id);
    expect(await deliveryOf(id)).toMatchObject({
      state: 'FAILED',
      attempts: [{ outcome: 'accepted' }, { outcome: 'failed', detail: '131026 Message undeliverable' }],
    });
    expect(await settlings(id)).toEqual(['DELIVERED', 'FAILED']);
  });

  it('settles an attempt whose answer was lost, so that nothing is sent twice', async () => {
    api.script.push('lost');
    const { id } = await open(desk.ana);
    await states(id, 'RETRYING');
    await tell(told('delivered'));
    expect(await deliveryOf(id)).toMatchObject({
      state: 'DELIVERED',
      nextAttemptAt: null,
      attempts: [{ outcome: 'no connection' }, { outcome: 'delivered' }],
    });
    expect(await settlings(id)).toEqual(['DELIVERED']);
    expect(api.calls).toHaveLength(1);
    // What is behind it in its lane goes out at once, and not when the next attempt would have been.
    await done(desk.carla, 'occurrenceStartAttendance', id);
    await states(id, 'DELIVERED', 'zap_em_analise');
    expect(api.calls).toHaveLength(2);
    expect((await deliveryOf(id, 'zap_em_analise')).attempts).toEqual([{ outcome: 'accepted', detail: null }]);
  });

  it('may overtake the answer to the attempt, and that it failed is not undone by that answer', async () => {
    const answer = Promise.withResolvers<void>();
    api.script.push(answer.promise);
    const { id } = await open(desk.ana);
    await vi.waitUntil(() => api.calls.length === 1, { timeout: 20_000 });
    await tell(told('failed'), told('sent'));
    expect(await deliveryOf(id)).toMatchObject({ state: 'FAILED' });
    // Sent again by hand before that answer comes, it is sent indeed.
    const { id: deliveryId } = await deliveryOf(id);
    saved(
      (
        await desk.paulo.data('mutation ($id: ID!) { actionDeliveryRetry(id: $id) { userErrors { code } } }', {
          id: deliveryId,
        })
      ).actionDeliveryRetry,
    );
    answer.resolve();
    await states(id, 'DELIVERED');
    expect((await deliveryOf(id)).attempts.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'failed',
      'sent again',
      'accepted',
    ]);
    expect(await settlings(id)).toEqual(['FAILED', 'DELIVERED']);
    expect(api.calls.map(({ biz_opaque_callback_data: data }) => data.split(' ')[2])).toEqual(['0', '1']);
  });

  it('of a sending before the last one counts no more', async () => {
    const id = await accepted();
    const first = told('failed');
    await tell(first);
    const { id: deliveryId } = await deliveryOf(id);
    const { actionDeliveryRetry } = await desk.paulo.data(
      'mutation ($id: ID!) { actionDeliveryRetry(id: $id) { userErrors { code } } }',
      { id: deliveryId },
    );
    saved(actionDeliveryRetry);
    await states(id, 'DELIVERED');
    expect(api.calls).toHaveLength(2);
    await tell(first);
    expect(await deliveryOf(id)).toMatchObject({ state: 'DELIVERED' });
    await tell(told('failed'));
    expect(await deliveryOf(id)).toMatchObject({ state: 'FAILED' });
  });

  it('changes nothing where it is of no delivery, of another number, or of another operator', async () => {
    const id = await accepted();
    const { id: deliveryId } = await deliveryOf(id);
    const before = await deliveryOf(id);
    const { alfa, beta } = desk.app.operators;
    await tell(
      told('failed', { biz_opaque_callback_data: undefined }),
      told('failed', { biz_opaque_callback_data: 'somebody else' }),
      told('failed', { biz_opaque_callback_data: `${beta} ${deliveryId} 0` }),
      told('failed', { biz_opaque_callback_data: `${newId('operator', new Date())} ${deliveryId} 0` }),
      told('failed', { biz_opaque_callback_data: `${alfa} ${newId('delivery', new Date())} 0` }),
      told('failed', { id: 'wamid.other' }),
      told('failed', { id: 7 }),
      told('deleted'),
    );
    expect((await callback(statusCallback([told('failed')], '1'))).status).toBe(200);
    for (const body of ['{}', '[]', 'null', '{"entry":[null,{"changes":[{}]}]}']) {
      expect((await callback(body)).status).toBe(200);
    }
    expect(await deliveryOf(id)).toEqual(before);
  });
});

describe('the address that WhatsApp tells it at', () => {
  it('is closed to whoever has no signature of those bytes', async () => {
    const id = await accepted();
    const before = await deliveryOf(id);
    const body = statusCallback([told('failed')]);
    const signatures = [
      {},
      { 'x-hub-signature-256': 'sha256=' },
      { 'x-hub-signature-256': signatureOf(body, 'another secret') },
      { 'x-hub-signature-256': signatureOf(`${body} `) },
      { 'x-hub-signature-256': signatureOf(body).slice('sha256='.length) },
    ];
    for (const headers of signatures)
      expect((await callback(body, headers as Record<string, string>)).status).toBe(401);
    expect(await deliveryOf(id)).toEqual(before);
  });

  it('takes no more than Meta sends, and JSON alone', async () => {
    expect((await callback(' '.repeat(3 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await callback('no json')).status).toBe(400);
  });

  it.each([
    [{ 'hub.mode': 'subscribe', 'hub.verify_token': cloudApi.verifyToken, 'hub.challenge': '1158201444' }, 200],
    [{ 'hub.mode': 'subscribe', 'hub.verify_token': 'guessed', 'hub.challenge': '1158201444' }, 403],
    [{ 'hub.mode': 'unsubscribe', 'hub.verify_token': cloudApi.verifyToken, 'hub.challenge': '1158201444' }, 403],
    [{ 'hub.mode': 'subscribe', 'hub.verify_token': cloudApi.verifyToken, 'hub.challenge': '<script>' }, 403],
    [{}, 403],
  ])('verifies itself by its token alone: %o', async (query, status) => {
    const response = await fetch(
      `${desk.app.url}/webhooks/whatsapp?${new URLSearchParams(query as Record<string, string>).toString()}`,
    );
    expect(response.status).toBe(status);
    const text = await response.text();
    if (status === 200) expect(text).toBe('1158201444');
    else expect(text).not.toContain('<script>');
  });

  it('is not there where callbacks are not set up', async () => {
    await using bare = await openDesk();
    expect((await fetch(`${bare.app.url}/webhooks/whatsapp`)).status).toBe(404);
    expect((await fetch(`${bare.app.url}/webhooks/whatsapp`, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});

it('nothing that was logged, kept as a job or told of attempts names a number, a person or a secret', async () => {
  const id = await accepted();
  await tell(told('failed'));
  const jobs = await desk.app.database
    .unscoped()
    .selectFrom('jobs.job' as never)
    .selectAll()
    .execute();
  expect(jobs).not.toEqual([]);
  const texts = [desk.app.logged.join('\n'), JSON.stringify(jobs), JSON.stringify(await deliveryOf(id))];
  const planted = [phone, '5511987654321', '987654321', 'Ana Souza', ...Object.values(cloudApi).slice(1)];
  for (const text of texts) for (const secret of planted) expect(text).not.toContain(secret);
});
