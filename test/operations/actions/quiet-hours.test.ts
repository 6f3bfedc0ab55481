import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type ScriptedChannel, scriptedChannel } from '../../kit/scripted-channel.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';

/** Two seconds to eight in São Paulo. */
const earlyMorning = '2026-11-24T10:59:58.000Z';
let desk: Desk;
const channels: Record<'HOOK' | 'PUSH' | 'WHATSAPP' | 'EMAIL', ScriptedChannel> = {
  HOOK: scriptedChannel('HOOK'),
  PUSH: scriptedChannel('PUSH'),
  WHATSAPP: scriptedChannel('WHATSAPP'),
  EMAIL: scriptedChannel('EMAIL'),
};
const configs = {
  PUSH: { body: 'Protocolo {{protocolo}}' },
  WHATSAPP: { to: '{{solicitante.telefone}}', template: 'aviso', params: ['{{protocolo}}'] },
  EMAIL: {
    to: '{{solicitante.email}}',
    subject: 'Protocolo {{protocolo}}',
    body: '{{comentario}}{{ocorrencia.descricao}}',
  },
};
beforeAll(async () => {
  desk = await openDesk({ now: earlyMorning, work: { channels: Object.values(channels), retryDelaysMs: [1] } });
  for (const [kind, config] of Object.entries(configs)) {
    const input = { key: kind.toLowerCase(), description: kind, statusKey: 'solicitado', kind, config };
    const { actionCreate } = await desk.configurator.data(
      'mutation ($id: ID!, $input: ActionInput!) { actionCreate(occurrenceTypeId: $id, input: $input) { userErrors { code message path } } }',
      { id: desk.typeId, input },
    );
    saved(actionCreate);
  }
  const { operatorSettingsUpdate } = await desk.configurator.data(
    `mutation { operatorSettingsUpdate(input: { quietHours: { from: "22:00", to: "08:00" } }) { userErrors { code } } }`,
  );
  saved(operatorSettingsUpdate);
});
afterAll(() => desk[Symbol.asyncDispose]());

it('push and WhatsApp messages wait for the end of quiet hours, count no attempt, and go out; all else goes at once', async () => {
  desk.app.clock.set(earlyMorning);
  const { id } = await open(desk.ana);
  const deliveries = async (): Promise<Record<string, any>> => {
    const { actionDeliveries } = await desk.paulo.data(
      `query ($id: ID!) { actionDeliveries(occurrenceId: $id) {
         nodes { state nextAttemptAt action { kind } attempts { outcome } } } }`,
      { id },
    );
    return Object.fromEntries(actionDeliveries.nodes.map((node: any) => [node.action.kind, node]));
  };
  const until = '2026-11-24T11:00:00.000Z';
  await vi.waitUntil(
    async () => {
      const { PUSH, WHATSAPP, EMAIL, HOOK } = await deliveries();
      const waiting = [PUSH, WHATSAPP].every(({ nextAttemptAt }) => nextAttemptAt === until);
      return waiting && [EMAIL, HOOK].every(({ state }) => state === 'DELIVERED');
    },
    { timeout: 20_000, interval: 50 },
  );
  expect(await deliveries()).toMatchObject({
    PUSH: { state: 'PENDING', attempts: [] },
    WHATSAPP: { state: 'PENDING', attempts: [] },
  });
  expect([channels.PUSH.parcels, channels.WHATSAPP.parcels]).toEqual([[], []]);

  desk.app.clock.set(until);
  await vi.waitUntil(
    async () => {
      const { PUSH, WHATSAPP } = await deliveries();
      return [PUSH, WHATSAPP].every(({ state }) => state === 'DELIVERED');
    },
    { timeout: 20_000, interval: 50 },
  );
  expect(await deliveries()).toMatchObject({
    PUSH: { nextAttemptAt: null, attempts: [{ outcome: 'delivered' }] },
    WHATSAPP: { nextAttemptAt: null, attempts: [{ outcome: 'delivered' }] },
  });
});

it('what people wrote reaches e-mail and hooks alone, even where a template of before would put it out', async () => {
  const description = 'Quimioterapia de março';
  desk.app.clock.set('2026-11-24T11:30:00.000Z');
  const { id } = await open(desk.ana, { description });
  const parcelOf = (kind: keyof typeof channels) =>
    channels[kind].parcels.find(({ occurrenceId }) => occurrenceId === id)?.message;
  await vi.waitUntil(() => Object.keys(channels).every((kind) => parcelOf(kind as keyof typeof channels)), 20_000);
  expect(parcelOf('EMAIL')).toMatchObject({ ocorrencia: { descricao: description } });
  for (const kind of ['PUSH', 'WHATSAPP'] as const) {
    expect(JSON.stringify(parcelOf(kind))).not.toContain(description);
    expect(parcelOf(kind)).toMatchObject({ comentario: '', formulario: {}, abas: {} });
  }
});
