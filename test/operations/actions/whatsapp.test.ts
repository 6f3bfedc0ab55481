import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { whatsAppChannel } from '../../../src/modules/actions/channels/whatsapp/index.js';
import { cloudApi, type CloudApiError, type FakeCloudApi, startCloudApi } from '../../kit/cloud-api.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const config = {
  to: '{{solicitante.telefone}}',
  template: 'reembolso_pago_v1',
  language: 'pt_BR',
  params: ['{{solicitante.primeiroNome}}', '{{prazo.resposta}}'],
};
const phone = '+55 (11) 98765-4321';
const values = { solicitante: { primeiroNome: 'Conceição', telefone: phone }, prazo: { resposta: '' } };

interface Attempt {
  readonly config?: object;
  readonly values?: object;
  readonly accessToken?: string;
  readonly withinMs?: number;
  readonly url?: string;
}

let api: FakeCloudApi;
beforeAll(async () => void (api = await startCloudApi()));
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => {
  api.calls.length = 0;
  api.script.length = 0;
});

async function attempt(change: Attempt = {}) {
  const { phoneNumberId, accessToken } = cloudApi;
  const settings = { phoneNumberId, accessToken: change.accessToken ?? accessToken, apiUrl: change.url ?? api.url };
  const channel = whatsAppChannel(settings, change.withinMs);
  const action = { config: { ...config, ...change.config } };
  const message = channel.compose(
    action as unknown as Parameters<typeof channel.compose>[0],
    { values: { ...values, ...change.values } } as unknown as Parameters<typeof channel.compose>[1],
  );
  const parcel = {
    operatorId: 'opr_1',
    deliveryId: 'dlv_1',
    occurrenceId: 'occ_1',
    version: 1,
    requesterId: 'ben_1',
    config: action.config,
    message,
    resent: 0,
    now,
  };
  return channel.send(parcel, new AbortController().signal);
}

describe('a WhatsApp message', () => {
  it('names its template, fills in its parameters in order, and says which delivery it is', async () => {
    expect(await attempt()).toEqual({
      state: 'DELIVERED',
      outcome: 'accepted',
      detail: null,
      receipt: api.calls[0]!.wamid,
    });
    expect(api.calls[0]).toMatchObject({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '5511987654321',
      type: 'template',
      template: {
        name: 'reembolso_pago_v1',
        language: { code: 'pt_BR' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Conceição' },
              { type: 'text', text: '-' },
            ],
          },
        ],
      },
      biz_opaque_callback_data: 'opr_1 dlv_1 0',
    });
  });

  it('has parameters of one line, and none where the template has none', async () => {
    const solicitante = { primeiroNome: 'Ana\n\tMaria      Souza', telefone: phone };
    expect(await attempt({ values: { solicitante } })).toMatchObject({ state: 'DELIVERED' });
    expect(api.calls[0]!.template.components).toMatchObject([
      { parameters: [{ text: 'Ana Maria Souza' }, { text: '-' }] },
    ]);
    expect(await attempt({ config: { template: 'aviso', params: [] } })).toMatchObject({ state: 'DELIVERED' });
    expect(api.calls[1]!.template.components).toEqual([]);
  });

  it.each([
    ['', 'There is no phone number.'],
    ['ramal 12', 'What should be a phone number is none.'],
    ['(10) 98765-4321', 'What should be a phone number is none.'],
  ])('to %j is skipped, and nothing is sent', async (telefone, detail) => {
    const sent = await attempt({ values: { solicitante: { primeiroNome: 'Ana', telefone } } });
    expect(sent).toEqual({ state: 'SKIPPED', outcome: 'no number', detail });
    expect(api.calls).toEqual([]);
  });

  it.each<[string, Attempt, string, string]>([
    ['its template does not exist', { config: { template: 'outro' } }, '132001', '132001 Template does not exist'],
    ['its parameters are too few', { config: { params: ['a'] } }, '132000', '132000 Template param count mismatch'],
    ['the token is no good', { accessToken: 'EAAother' }, '190', '190 Access token has expired'],
  ])('has failed where %s, and the attempt says code and title alone', async (_, change, outcome, detail) => {
    expect(await attempt(change)).toEqual({ state: 'FAILED', outcome, detail });
    expect(api.calls).toEqual([]);
  });

  it('that cannot be delivered has failed, without its number', async () => {
    api.script.push({ status: 400, code: 131_026, message: `Message undeliverable to ${phone}` });
    expect(await attempt()).toEqual({ state: 'FAILED', outcome: '131026', detail: '131026 Message undeliverable' });
  });

  it.each<[CloudApiError, string, number]>([
    [{ status: 429, code: 130_429, message: 'Rate limit hit' }, '130429 Rate limit hit', 60],
    [{ status: 429, code: 131_048, message: 'Spam rate limit hit' }, '131048 Spam rate limit hit', 3_600],
    [{ status: 429, code: 80_007, message: 'Rate limit issues' }, '80007 Rate limit issues', 900],
    [
      { status: 429, code: 130_429, message: 'Rate limit hit', headers: { 'retry-after': '300' } },
      '130429 Rate limit hit',
      300,
    ],
    [{ status: 503, code: 131_016, message: 'Service unavailable' }, '131016 Service unavailable', 0],
    [{ status: 500, code: 131_000, message: 'Something went wrong' }, '131000 Something went wrong', 0],
  ])('is tried again after %o', async (error, detail, seconds) => {
    api.script.push(error);
    expect(await attempt()).toEqual({
      state: 'RETRY',
      outcome: String(error.code),
      detail,
      notBefore: new Date(now.getTime() + seconds * 1_000),
    });
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    [
      'an answer that is none of the Cloud API',
      (response) => response.writeHead(502).end('<h1>Bad gateway</h1>'),
      '502',
    ],
    ['a redirect', (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(), '307'],
    ['an answer that is cut off', (response) => void response.destroy(), 'no connection'],
    ['no answer', () => undefined, 'timeout'],
  ])('is tried again after %s', async (_, answer, outcome) => {
    api.script.push(answer);
    expect(await attempt({ withinMs: 500 })).toMatchObject({ state: 'RETRY', outcome });
  });

  it('is tried again where nobody listens', async () => {
    const sent = await attempt({ url: 'http://127.0.0.1:1' });
    expect(sent).toMatchObject({ state: 'RETRY', outcome: 'no connection', detail: 'WhatsApp cannot be reached.' });
  });
});
