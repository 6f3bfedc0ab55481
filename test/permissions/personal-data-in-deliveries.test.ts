import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pushChannel } from '../../src/modules/actions/channels/push/index.js';
import type { Channel } from '../../src/modules/actions/index.js';
import { PushDevices } from '../../src/modules/devices/index.js';
import { RedisBus } from '../../src/platform/events/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { RunningClock } from '../kit/clock.js';
import { cloudApi, type FakeCloudApi, signatureOf, startCloudApi, statusCallback } from '../kit/cloud-api.js';
import { TestClient } from '../kit/client.js';
import { withClient } from '../kit/database.js';
import { type Answering, Receiver } from '../kit/receiver.js';
import { hasRedisServer } from '../kit/redis.js';
import { type FakeFcm, type FcmAnswer, startFcm } from '../kit/fcm.js';
import { startTestSmtp, type TestSmtp } from '../kit/smtp.js';
import { open } from '../operations/occurrences/change.js';
import { type Desk, openDesk } from '../operations/occurrences/desk.js';
import { saved } from '../operations/workflow/example.js';
import { findPlanted, type Outlets, watchOutlets } from './outlets.js';

/** Of a member, and of the ways out: whatever of it is found where it does not belong is found by name. */
const planted: Record<string, string> = {
  'a phone': '+5511987654321',
  'a phone in digits': '5511987654321',
  'an e-mail': 'zuleica.marcada@segredo.example',
  'a name': 'Zuleica',
  'a family name': 'Marcada',
  'a CPF': '52998224725',
  'a CPF with its dots': '529.982.247-25',
  'a card number': 'CARTAO7788991',
  'a subject': 'sujeito.zuleica',
  'a secret of a hook': `whsec_${Buffer.from('segredo-segredo-segredo-').toString('base64')}`,
  'a credential in a header of a hook': 'Bearer-do-gancho-4711',
  'a token of a device': `fcm-${'z'.repeat(60)}`,
  'the password of the mail server': 'S3nh4-d0-correio',
  'the token of WhatsApp': cloudApi.accessToken,
  'the verify token of WhatsApp': cloudApi.verifyToken,
  'the app secret of WhatsApp': cloudApi.appSecret,
};
const everything = () => Object.values(planted).join(' ');
const found = (lines: readonly string[]) => findPlanted(planted, lines);

/** What the mail server does with a message: takes it, or refuses it at a step and quotes what it knows. */
type MailMood = 'takes it' | 'refuses the credentials' | 'refuses the address' | 'refuses the message';

const resources = new AsyncDisposableStack();
const loggedByBus: string[] = [];
/** What was told of deliveries and attempts to those who look after them, and in errors. */
const told: string[] = [];
let outlets: Outlets;
let desk: Desk;
let smtp: TestSmtp;
let mailMood: MailMood = 'refuses the credentials';
let whatsApp: FakeCloudApi;
let receiver: Receiver;
let fcm: FakeFcm;
/** The channel of pushes fails as nobody expects. */
let throws = false;
let member: TestClient;
let memberId: string;
let system: TestClient;
let actionIds: Record<string, string>;

/** Pushes as the product sends them, but while they throw. */
function pushes(): Channel {
  const devices = () => new PushDevices(desk.app.database);
  const { account, projectId, url: apiUrl } = fcm;
  const channel = pushChannel(
    { account, projectId, apiUrl },
    {
      of: (owner) => devices().of(owner),
      forget: (owner, ids) => devices().forget(owner, ids),
    },
  );
  return {
    ...channel,
    send: (...sending: Parameters<typeof channel.send>) =>
      throws ? Promise.reject(telling()) : channel.send(...sending),
  } as Channel;
}

const refusing = (responseCode: number) => Object.assign(new Error(`no: ${everything()}`), { responseCode });
const mailServer = () =>
  startTestSmtp({
    onAuth: ({ username, password }, _session, done) =>
      mailMood === 'refuses the credentials'
        ? done(Object.assign(new Error(`${username}/${password} is refused`), { responseCode: 535 }))
        : done(null, { user: username }),
    onRcptTo: ({ address }, _session, done) =>
      mailMood === 'refuses the address'
        ? done(Object.assign(new Error(`5.1.1 <${address}>: no such mailbox`), { responseCode: 550 }))
        : done(),
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => done(mailMood === 'refuses the message' ? refusing(554) : null));
    },
  });

const actions = [
  {
    key: 'carta',
    kind: 'EMAIL',
    config: {
      to: '{{solicitante.email}}',
      subject: '{{solicitante.nome}}',
      body: '{{solicitante.nome}} {{ocorrencia.descricao}}',
    },
  },
  {
    key: 'mensagem',
    kind: 'WHATSAPP',
    config: {
      to: '{{solicitante.telefone}}',
      template: 'reembolso_pago_v1',
      language: 'pt_BR',
      params: ['{{solicitante.nome}}', '{{protocolo}}'],
    },
  },
  { key: 'aviso', kind: 'PUSH', config: { title: 'Olá', body: 'Olá, {{solicitante.nome}}' } },
];

beforeAll(async () => {
  outlets = resources.use(await watchOutlets());
  smtp = resources.use(await mailServer());
  whatsApp = resources.use(await startCloudApi());
  receiver = resources.use(await Receiver.start());
  const clock = new RunningClock();
  fcm = resources.use(await startFcm(clock));
  planted['the key of the push service'] = fcm.account.privateKey.split('\n')[1]!;
  planted['an access token of the push service'] = 'ya29.planted';
  const log = createLogger('debug', { write: (line: string) => void loggedByBus.push(line) });
  desk = resources.use(
    await openDesk({
      clock,
      environment: {
        REDIS_URL: outlets.redisUrl,
        WEBHOOK_ALLOW_PRIVATE_NETWORKS: 'true',
        SMTP_URL: `smtp://ocorrencias:${planted['the password of the mail server']}@127.0.0.1:${smtp.port}`,
        SMTP_FROM: 'Operadora <nao-responda@operadora.example.org>',
        WHATSAPP_PHONE_NUMBER_ID: cloudApi.phoneNumberId,
        WHATSAPP_ACCESS_TOKEN: cloudApi.accessToken,
        WHATSAPP_API_URL: whatsApp.url,
        WHATSAPP_VERIFY_TOKEN: cloudApi.verifyToken,
        WHATSAPP_APP_SECRET: cloudApi.appSecret,
      },
      bus: resources.use(new RedisBus(outlets.redisUrl, log)),
      work: { channels: [pushes()], retryDelaysMs: [1] },
    }),
  );
  const { configurator } = desk;
  const name = `${planted['a name']} ${planted['a family name']}`;
  const upsert = `mutation ($input: BeneficiaryUpsertInput!) {
    beneficiaryUpsert(input: $input) { userErrors { code message } } }`;
  const input = {
    membershipNumber: planted['a card number'],
    name,
    email: planted['an e-mail'],
    phone: planted['a phone'],
  };
  saved((await configurator.data(upsert, { input })).beneficiaryUpsert);
  member = await desk.app.client('beneficiary', {
    subject: planted['a subject']!,
    name,
    claims: { membership_number: planted['a card number'] },
  });
  memberId = (await member.data('{ viewer { id } }')).viewer.id;
  const device = `mutation ($token: String!) {
    deviceRegister(input: { token: $token, platform: ANDROID }) { userErrors { code message } } }`;
  saved((await member.data(device, { token: planted['a token of a device'] })).deviceRegister);
  const tokenCreate = `mutation { apiTokenCreate(input: { name: "ERP", scopes: ["occurrence:read", "action:read"] }) {
    secret userErrors { code message } } }`;
  planted['a token of a system'] = saved((await configurator.data(tokenCreate)).apiTokenCreate).secret;
  system = new TestClient(desk.app.url, planted['a token of a system']!);
  for (const action of actions) {
    const create = `mutation ($typeId: ID!, $input: ActionInput!) {
      actionCreate(occurrenceTypeId: $typeId, input: $input) { userErrors { code message path } } }`;
    const given = { ...action, description: action.key, statusKey: 'solicitado' };
    saved((await configurator.data(create, { typeId: desk.typeId, input: given })).actionCreate);
  }
  const { occurrenceTypes } = await configurator.data('{ occurrenceTypes { actions { id key } } }');
  const all: { id: string; key: string }[] = occurrenceTypes.flatMap((type: { actions: object[] }) => type.actions);
  actionIds = Object.fromEntries(all.map(({ id, key }) => [key, id]));
  const update = `mutation ($id: ID!, $config: JSONObject!) {
    actionUpdate(id: $id, input: { config: $config }) { userErrors { code message path } } }`;
  const config = {
    url: receiver.url,
    secret: planted['a secret of a hook'],
    headers: { Authorization: planted['a credential in a header of a hook'] },
    timeoutMs: 1_000,
    includeForms: true,
  };
  saved((await configurator.data(update, { id: actionIds.hook_solicitado, config })).actionUpdate);
}, 60_000);
afterAll(() => resources.disposeAsync());

interface Way {
  readonly hook: Answering;
  readonly mail: MailMood;
  readonly whatsApp: FakeCloudApi['script'][number];
  readonly push: FcmAnswer | 'throws';
}

/** An error as libraries make them: with what the other side said. */
const telling = (): Error => Object.assign(new Error(everything()), { response: everything(), url: everything() });
const html = (response: ServerResponse, status: number) => void response.writeHead(status).end(everything());
const cutOff = (response: ServerResponse) => void response.destroy();
const hookEcho: Answering = ({ body, headers }, response) =>
  void response
    .writeHead(400, `${planted['a name']}`, { 'retry-after': everything(), location: everything() })
    .end(`${body} ${JSON.stringify(headers)} ${everything()}`);

const fcmRefusal = (status: number, name: string): FcmAnswer => ({
  status,
  body: { error: { code: status, message: everything(), status: name, details: [{ reason: everything() }] } },
});

/** How all ways out end, one after the other; the first that is tried finds the mail server without credentials that it takes. */
const ways: Readonly<Record<string, Way>> = {
  'quotes the credentials': {
    hook: (_received, response) => html(response, 401),
    mail: 'refuses the credentials',
    whatsApp: { status: 401, code: 190, message: everything() },
    push: 'throws',
  },
  'takes everything': {
    hook: (_received, response) => void response.writeHead(202).end(everything()),
    mail: 'takes it',
    whatsApp: 'lost',
    push: { status: 200, body: { name: everything() } },
  },
  'quotes the address': {
    hook: hookEcho,
    mail: 'refuses the address',
    whatsApp: { status: 400, code: 131_026, message: everything() },
    push: fcmRefusal(400, 'INVALID_ARGUMENT'),
  },
  'quotes the message': {
    hook: (_received, response) =>
      void response.writeHead(307, { location: `http://127.0.0.1:1/?q=${encodeURIComponent(everything())}` }).end(),
    mail: 'refuses the message',
    whatsApp: (response) => html(response, 502),
    push: fcmRefusal(503, 'UNAVAILABLE'),
  },
  'is cut off': {
    hook: (_received, response) => void response.socket!.end(`HTTP/1.1 ${everything()}\r\n\r\n`),
    mail: 'takes it',
    whatsApp: cutOff,
    push: 'lost',
  },
  'does not answer': {
    hook: () => undefined,
    mail: 'takes it',
    whatsApp: { status: 429, code: 131_056, message: everything(), headers: { 'retry-after': '0' } },
    push: 'throws',
  },
};

function take({ hook, mail, whatsApp: answer, push }: Way): void {
  receiver.answer = hook;
  mailMood = mail;
  whatsApp.script.length = 0;
  whatsApp.script.push(answer, answer);
  throws = push === 'throws';
  fcm.script.set(planted['a token of a device']!, throws ? [] : [push as FcmAnswer, push as FcmAnswer]);
}

const deliveriesOf = (id: string) =>
  desk.paulo.execute(
    `query ($id: ID!) { actionDeliveries(occurrenceId: $id) {
       nodes { id state nextAttemptAt action { key kind } attempts { outcome detail durationMs } } } }`,
    { id },
  );

/** Once each has been tried; that some are to be tried again much later is no reason to wait. */
const tried = (id: string) =>
  vi.waitFor(
    async () => {
      const { data } = await deliveriesOf(id);
      const sent = data.actionDeliveries.nodes.filter(({ action }: any) => action.kind !== 'IN_APP');
      expect(sent).toHaveLength(4);
      expect(sent.filter(({ attempts }: any) => attempts.length === 0)).toEqual([]);
      return sent as { action: { kind: string }; attempts: { outcome: string }[] }[];
    },
    { timeout: 20_000, interval: 50 },
  );

const test = `mutation ($input: ActionTestInput!) {
  actionTest(input: $input) { result { state outcome detail } userErrors { code message path } } }`;

describe.runIf(hasRedisServer())('what is personal or secret', () => {
  it('goes out by every kind of action, and comes back in every kind of refusal', async () => {
    const outcomes: Record<string, string[]> = {};
    for (const way of Object.values(ways)) {
      take(way);
      const { id } = await open(member, { description: everything() });
      for (const { action, attempts } of await tried(id)) (outcomes[action.kind] ??= []).push(attempts[0]!.outcome);
      told.push(JSON.stringify(await deliveriesOf(id)));
      const targets = {
        hook_solicitado: null,
        carta: planted['an e-mail'],
        mensagem: planted['a phone'],
        aviso: memberId,
      };
      for (const [key, target] of Object.entries(targets)) {
        take(way);
        const input = { actionId: actionIds[key], occurrenceId: id, target };
        told.push(JSON.stringify(await desk.configurator.execute(test, { input })));
      }
    }
    expect(outcomes).toEqual({
      EMAIL: ['535', 'delivered', '550', '554', 'delivered', 'delivered'],
      HOOK: ['401', 'delivered', '400', '307', 'no HTTP answer', 'timeout'],
      PUSH: ['fault', 'delivered', 'refused', 'unavailable', 'unavailable', 'fault'],
      WHATSAPP: ['190', 'no connection', '131026', '502', 'no connection', '131056'],
    });
    const sent = JSON.stringify([receiver.received, whatsApp.calls, fcm.taken]);
    for (const what of ['a phone in digits', 'a name', 'a credential in a header of a hook']) {
      expect(sent).toContain(planted[what]!);
    }
  }, 120_000);

  it('is in what Meta calls back with, signed or not, and in requests of systems', async () => {
    const status = {
      id: 'wamid.HBgN1',
      status: 'failed',
      timestamp: '1',
      recipient_id: planted['a phone in digits'],
      errors: [{ code: 131_026, title: everything(), message: everything(), error_data: { details: everything() } }],
    };
    const body = statusCallback([status, { ...status, biz_opaque_callback_data: everything() }]);
    const url = `${desk.app.url}/webhooks/whatsapp`;
    for (const [text, signature] of [
      [body, signatureOf(body)],
      [body, signatureOf(body, everything())],
      [everything(), signatureOf(everything())],
    ] as const) {
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
      const answer = await fetch(url, { method: 'POST', headers, body: text });
      told.push(`${answer.status} ${await answer.text()}`);
    }
    for (const token of [planted['the verify token of WhatsApp']!, everything()]) {
      const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1' });
      told.push(await (await fetch(`${url}?${query.toString()}`)).text());
    }
    expect((await system.execute('{ occurrences { nodes { id } } }')).errors).toBeUndefined();
    told.push(JSON.stringify(await system.execute('mutation { apiTokenRevoke(id: "x") { userErrors { code } } }')));
    const mistyped = new TestClient(desk.app.url, `${planted['a token of a system']}x`);
    told.push(JSON.stringify(await mistyped.execute('{ viewer { id } }')));
  });

  it('is in what a channel throws while an action is tried out, which ends as it would for a delivery', () => {
    const fault = '"result":{"state":"RETRYING","outcome":"fault","detail":null}';
    expect(told.filter((answer) => answer.includes(fault))).toHaveLength(2);
  });

  it('is in hand while deliveries fail in the database, in ways that nobody expects', async () => {
    const asOwner = (sql: string) => withClient(desk.app.testDatabase.ownerUrl, (client) => client.query(sql));
    await asOwner(`create function quote_row() returns trigger language plpgsql as
      'begin perform to_jsonb(new)::text::int; return new; end'`);
    const faults = ['action_delivery', 'action_attempt'].flatMap((table) => [
      [
        `create trigger broken before insert or update on ${table} for each row execute function quote_row()`,
        `drop trigger broken on ${table}`,
      ],
      [
        `alter table ${table} add constraint broken check (false) not valid`,
        `alter table ${table} drop constraint broken`,
      ],
    ]);
    for (const [fault, remedy] of faults) {
      receiver.reset();
      let hold = () => undefined as void;
      const held = new Promise<void>((resolve) => (hold = resolve));
      receiver.answer = (_received, response) => void held.then(() => html(response, 400));
      await open(member, { description: everything() });
      await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThan(0), { timeout: 10_000 });
      const before = desk.app.logged.length;
      await asOwner(fault!);
      hold();
      const failed = () => desk.app.logged.slice(before).filter((line) => line.includes('jobs cannot be reached'));
      await vi.waitFor(() => expect(failed().length).toBeGreaterThan(0), { timeout: 10_000 });
      await asOwner(remedy!);
    }
  }, 120_000);

  it('is in no line of the log, though everything is logged', () => {
    expect(desk.app.logged.filter((line) => line.includes('could not be tried')).length).toBeGreaterThan(2);
    expect(found([...desk.app.logged, ...loggedByBus])).toEqual([]);
    expect(found(outlets.printed)).toEqual([]);
  });

  it('is in no metric', async () => {
    const metrics = await (await fetch(`${desk.app.url}/metrics`)).text();
    expect(metrics).toContain('http_request_duration_seconds');
    expect(found([metrics])).toEqual([]);
  });

  it('is in nothing that Redis is sent or holds', async () => {
    expect(outlets.sent.filter((line) => line.startsWith('publish')).length).toBeGreaterThan(5);
    const { keys, values } = await outlets.held();
    expect(found([...outlets.sent, ...keys, ...values])).toEqual([]);
  });

  it('is in no job, no attempt and no change of the configuration that is kept', async () => {
    const rowsOf = (table: string) =>
      withClient(desk.app.testDatabase.ownerUrl, async (client) => {
        const { rows } = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
        return rows.map(({ row }) => row);
      });
    const tables = await withClient(desk.app.testDatabase.ownerUrl, (client) =>
      client.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'jobs'`,
      ),
    );
    const jobs = await Promise.all(tables.rows.map(({ name }) => rowsOf(name)));
    expect(jobs.flat().filter((row) => row.includes('"deliveryId"')).length).toBeGreaterThan(10);
    expect(found(jobs.flat())).toEqual([]);
    const attempts = await rowsOf('action_attempt');
    expect(attempts.length).toBeGreaterThan(20);
    expect(found(attempts)).toEqual([]);
    const changes = await rowsOf('configuration_change');
    expect(changes.length).toBeGreaterThan(4);
    expect(found(changes)).toEqual([]);
  });

  it('is in nothing that is told of deliveries, and in no error', () => {
    expect(told.length).toBeGreaterThan(25);
    expect(found(told)).toEqual([]);
  });
});
