import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emailChannel, type EmailTimes, emailTimes } from '../../../src/modules/actions/channels/email/index.js';
import type { Documents } from '../../../src/modules/actions/channels/email/documents.js';
import { startTestSmtp, type TestSmtp } from '../../kit/smtp.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';

const from = 'Operadora São José <nao-responda@operadora.example.org>';
const address = 'ana.conceicao@planted.example.org';
const config = {
  to: '{{solicitante.email}}',
  subject: 'Reembolso de {{solicitante.nome}}: {{comentario}}',
  body: 'Olá, {{solicitante.primeiroNome}}.\n\n{{comentario}}\nAcompanhe em {{link}}.',
  attachments: [] as string[],
};
const values = (change: object = {}) => ({
  solicitante: { nome: 'Conceição Araújo', primeiroNome: 'Conceição', email: address },
  comentario: 'Falta o recibo — até amanhã, às 10h. ação',
  link: 'https://app.example.org/occurrences/occ_1',
  ...change,
});

interface Attempt {
  readonly config?: object;
  readonly values?: object;
  readonly documents?: Documents;
  readonly times?: Partial<EmailTimes>;
  readonly resent?: number;
}

const channelTo = (url: string, { documents = new Map(), times }: Attempt = {}) =>
  emailChannel({ url, from }, documents, { ...emailTimes, ...times });

/** One attempt to send what the action makes of the values. */
async function attempt(channel: ReturnType<typeof channelTo>, change: Attempt = {}) {
  const action = { config: { ...config, ...change.config } };
  const occasion = { values: values(change.values), operator: { slug: 'alfa' } };
  const message = channel.compose(
    action as unknown as Parameters<typeof channel.compose>[0],
    occasion as unknown as Parameters<typeof channel.compose>[1],
  );
  const parcel = {
    operatorId: 'opr_1',
    deliveryId: 'dlv_1',
    occurrenceId: 'occ_1',
    version: 1,
    requesterId: 'ben_1',
    config: action.config,
    message,
    resent: change.resent ?? 0,
    now: new Date('2026-11-24T12:00:00.000Z'),
  };
  return channel.send(parcel, new AbortController().signal);
}

async function attemptAt(url: string, change: Attempt = {}) {
  const channel = channelTo(url, change);
  try {
    return await attempt(channel, change);
  } finally {
    channel.close!();
  }
}
const delivered = { state: 'DELIVERED', outcome: 'delivered', detail: null };

describe('an e-mail', () => {
  let smtp: TestSmtp;
  beforeAll(async () => void (smtp = await startTestSmtp()));
  afterAll(() => smtp[Symbol.asyncDispose]());
  const mailOf = async (change: Attempt = {}) => {
    expect(await attemptAt(smtp.url, change)).toMatchObject({ state: 'DELIVERED' });
    return smtp.mails.at(-1)!;
  };

  it('keeps its accents in subject, sender, text and HTML', async () => {
    const mail = await mailOf();
    expect(mail.recipients).toEqual([address]);
    expect(mail.from!.value).toEqual([{ name: 'Operadora São José', address: 'nao-responda@operadora.example.org' }]);
    expect(mail.subject).toBe('Reembolso de Conceição Araújo: Falta o recibo — até amanhã, às 10h. ação');
    expect(mail.text!.trim()).toBe(
      'Olá, Conceição.\n\nFalta o recibo — até amanhã, às 10h. ação\nAcompanhe em https://app.example.org/occurrences/occ_1.',
    );
    expect(mail.html).toContain('<p>Olá, Conceição.</p>');
    expect(mail.html).toContain(
      '<a href="https://app.example.org/occurrences/occ_1">https://app.example.org/occurrences/occ_1</a>.</p>',
    );
  });

  it('says that a machine wrote it, and which delivery it is, the same at every attempt until it is sent again by hand', async () => {
    const [first, second] = [await mailOf(), await mailOf()];
    expect(first.messageId).toBe('<dlv_1@operadora.example.org>');
    expect(second.messageId).toBe(first.messageId);
    expect((await mailOf({ resent: 2 })).messageId).toBe('<dlv_1.2@operadora.example.org>');
    expect(first.date).toEqual(new Date('2026-11-24T12:00:00.000Z'));
    expect(first.headers.get('auto-submitted')).toBe('auto-generated');
    expect(first.headers.get('x-auto-response-suppress')).toBe('All');
    expect(first.headers.get('list')).toMatchObject({ id: { name: 'alfa.operadora.example.org' } });
  });

  it('takes nothing that a value says for a header, a recipient or markup', async () => {
    const hostile = 'x\r\nBcc: eve@evil.example.org\r\n\r\n<script>alert(1)</script> https://evil.example.org/a';
    const mail = await mailOf({ values: { comentario: hostile } });
    expect(mail.recipients).toEqual([address]);
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.subject).toBe(
      'Reembolso de Conceição Araújo: x Bcc: eve@evil.example.org <script>alert(1)</script> https://evil.example.org/a',
    );
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).not.toContain('href="https://evil.example.org');
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each([
    ['', 'There is no e-mail address.'],
    ['ana', 'What should be an e-mail address is none.'],
    [`${address}, eve@evil.example.org`, 'What should be an e-mail address is none.'],
    [`${address}\r\nRCPT TO:<eve@evil.example.org>`, 'What should be an e-mail address is none.'],
  ])('to %j is skipped, and nothing is sent', async (email, detail) => {
    const before = smtp.mails.length;
    const sent = await attemptAt(smtp.url, { values: { solicitante: { nome: 'Ana', email } } });
    expect(sent).toEqual({ state: 'SKIPPED', outcome: 'no address', detail });
    expect(smtp.mails).toHaveLength(before);
  });

  it('carries the documents that the product makes', async () => {
    const documents: Documents = new Map([
      [
        'carta-negativa.pdf',
        async ({ occurrenceId }) => ({ contentType: 'application/pdf', content: Buffer.from(`%PDF ${occurrenceId}`) }),
      ],
    ]);
    const mail = await mailOf({ config: { attachments: ['carta-negativa.pdf'] }, documents });
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]).toMatchObject({ filename: 'carta-negativa.pdf', contentType: 'application/pdf' });
    expect(mail.attachments[0]!.content.toString()).toBe('%PDF occ_1');
  });

  it('goes out without a document that nothing makes, and says so to the member and to staff', async () => {
    const sent = await attemptAt(smtp.url, { config: { attachments: ['carta-negativa.pdf'] } });
    expect(sent).toEqual({ ...delivered, detail: 'Without carta-negativa.pdf: nothing makes it as yet.' });
    const mail = smtp.mails.at(-1)!;
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toContain(
      'Não foi possível anexar a este e-mail: carta-negativa.pdf. Acompanhe em https://app.example.org/occurrences/occ_1',
    );
  });

  it('is not made where a document fails: that is tried again', async () => {
    const documents: Documents = new Map([['carta-negativa.pdf', () => Promise.reject(new Error('no paper'))]]);
    const before = smtp.mails.length;
    const failing = attemptAt(smtp.url, { config: { attachments: ['carta-negativa.pdf'] }, documents });
    await expect(failing).rejects.toThrow('no paper');
    expect(smtp.mails).toHaveLength(before);
  });
});

const certificate = {
  key: readFileSync(new URL('../../kit/tls/key.pem', import.meta.url)),
  cert: readFileSync(new URL('../../kit/tls/certificate.pem', import.meta.url)),
};

describe('a mail server', () => {
  const refusing = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

  it.each([
    [550, '5.1.1 <{}> no such user', 'FAILED', "The mail server's answer to RCPT TO (5.1.1)."],
    [553, 'mailbox {} is bad', 'FAILED', "The mail server's answer to RCPT TO."],
    [450, '4.2.0 {} is greylisted', 'RETRY', "The mail server's answer to RCPT TO (4.2.0)."],
    [421, '4.3.2 closing', 'RETRY', "The mail server's answer to CONN (4.3.2)."],
  ])('that answers %i to the recipient ends it rightly, and without the address', async (code, text, state, detail) => {
    await using smtp = await startTestSmtp({
      onRcptTo: ({ address: to }, _session, done) => done(refusing(code, text.replace('{}', to))),
    });
    const sent = await attemptAt(smtp.url);
    expect(sent).toEqual({ state, outcome: String(code), detail });
    expect(smtp.mails).toEqual([]);
  });

  it.each([
    [554, '5.7.1 spam', 'FAILED'],
    [451, '4.3.0 try later', 'RETRY'],
  ])('that answers %i to the content', async (code, text, state) => {
    await using smtp = await startTestSmtp({
      onData(stream, _session, done) {
        stream.resume().once('end', () => done(refusing(code, text)));
      },
    });
    expect(await attemptAt(smtp.url)).toMatchObject({ state, outcome: String(code) });
  });

  it('that refuses the sender or the credentials is asked again later: settings can be mended', async () => {
    await using sender = await startTestSmtp({ onMailFrom: (_from, _session, done) => done(refusing(550, 'not you')) });
    expect(await attemptAt(sender.url)).toMatchObject({ state: 'RETRY', outcome: '550' });
    await using authenticating = await startTestSmtp({
      onAuth: ({ username, password }, _session, done) =>
        username === 'api' && password === 's3cret' ? done(null, { user: 'api' }) : done(refusing(535, 'no')),
    });
    const url = (password: string) => authenticating.url.replace('//', `//api:${password}@`);
    expect(await attemptAt(url('wrong'))).toEqual({
      state: 'RETRY',
      outcome: '535',
      detail: "The mail server's answer to AUTH PLAIN.",
    });
    expect(await attemptAt(url('s3cret'))).toEqual(delivered);
    expect(authenticating.mails).toHaveLength(1);
  });

  it('that has no certificate to be believed is not spoken to, where the address asks for TLS', async () => {
    await using smtp = await startTestSmtp({ ...certificate, secure: true });
    expect(await attemptAt(smtp.url.replace('smtp:', 'smtps:'))).toMatchObject({
      state: 'RETRY',
      outcome: 'no connection',
    });
    await using plain = await startTestSmtp();
    expect(await attemptAt(`${plain.url}?requireTLS=true`)).toMatchObject({ state: 'RETRY' });
    expect([...smtp.mails, ...plain.mails]).toEqual([]);
  });

  it('is spoken to by TLS, from the first byte or once it offers it, as the address says', async () => {
    // The certificate is of the tests' own making.
    const trusting = 'tls.rejectUnauthorized=false';
    await using secure = await startTestSmtp({ ...certificate, secure: true });
    expect(await attemptAt(`${secure.url.replace('smtp:', 'smtps:')}?${trusting}`)).toEqual(delivered);
    const sessions: boolean[] = [];
    await using upgrading = await startTestSmtp({
      ...certificate,
      disabledCommands: ['AUTH'],
      onMailFrom: (_from, session, done) => {
        sessions.push(session.secure);
        done();
      },
    });
    expect(await attemptAt(`${upgrading.url}?requireTLS=true&${trusting}`)).toEqual(delivered);
    expect(sessions).toEqual([true]);
  });

  it('that says nothing is given up in time', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const timeout = { state: 'RETRY', outcome: 'timeout' };
    expect(await attemptAt(url, { times: { greetingTimeout: 50 } })).toMatchObject(timeout);
    expect(await attemptAt(url, { times: { attempt: 50 } })).toMatchObject(timeout);
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('that is gone and comes back is spoken to again, over the same channel', async () => {
    const first = await startTestSmtp();
    const { url, port } = first;
    const channel = channelTo(url);
    expect(await attempt(channel)).toEqual(delivered);
    await first[Symbol.asyncDispose]();
    expect(await attempt(channel)).toMatchObject({ state: 'RETRY', outcome: 'no connection' });
    await using second = await startTestSmtp({}, port);
    expect(await attempt(channel)).toEqual(delivered);
    channel.close!();
    expect(second.mails).toHaveLength(1);
  });
});

describe('an action that sends e-mail', () => {
  let smtp: TestSmtp;
  let desk: Desk;
  const answers: number[] = [];
  beforeAll(async () => {
    smtp = await startTestSmtp({
      onRcptTo(_address, _session, done) {
        const code = answers.shift();
        done(code === undefined ? null : Object.assign(new Error(`${address} is busy`), { responseCode: code }));
      },
    });
    const environment = { SMTP_URL: smtp.url, SMTP_FROM: from };
    desk = await openDesk({ environment, work: { retryDelaysMs: [1, 1] } });
    const input = { membershipNumber: '1', name: 'Ana Souza', email: address };
    saved(
      (
        await desk.configurator.data(
          'mutation ($input: BeneficiaryUpsertInput!) { beneficiaryUpsert(input: $input) { userErrors { code } } }',
          { input },
        )
      ).beneficiaryUpsert,
    );
    const action = { key: 'email', description: 'e-mail', statusKey: 'solicitado', kind: 'EMAIL' };
    saved(
      (
        await desk.configurator.data(
          'mutation ($id: ID!, $input: ActionInput!) { actionCreate(occurrenceTypeId: $id, input: $input) { userErrors { code message path } } }',
          { id: desk.typeId, input: { ...action, config: { ...config, subject: 'Protocolo {{protocolo}}' } } },
        )
      ).actionCreate,
    );
  });
  afterAll(async () => {
    await desk[Symbol.asyncDispose]();
    await smtp[Symbol.asyncDispose]();
  });

  it('writes to the member, again where the server asks for it, and nobody else reads their address', async () => {
    answers.push(451);
    const { id, protocolNumber } = await open(desk.ana);
    const deliveries = async () =>
      (
        await desk.paulo.data(
          `query ($id: ID!) { actionDeliveries(occurrenceId: $id) {
             nodes { id state action { kind } attempts { outcome detail } } } }`,
          { id },
        )
      ).actionDeliveries.nodes.filter(({ action }: { action: { kind: string } }) => action.kind === 'EMAIL');
    await vi.waitUntil(async () => (await deliveries())[0]?.state === 'DELIVERED', { timeout: 20_000, interval: 50 });
    const [delivery] = await deliveries();
    expect(delivery.attempts).toEqual([
      { outcome: '451', detail: "The mail server's answer to RCPT TO." },
      { outcome: 'delivered', detail: null },
    ]);
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({
      recipients: [address],
      subject: `Protocolo ${protocolNumber}`,
      messageId: `<${delivery.id}@operadora.example.org>`,
    });
    expect(smtp.mails[0]!.text).toContain(`Acompanhe em ${desk.app.url}/occurrences/${id}.`);
    const jobs = await desk.app.database.transaction({ operatorId: desk.app.operators.alfa }, (em) =>
      em.execute('select data from jobs.job'),
    );
    expect(jobs).not.toEqual([]);
    for (const planted of [address, 'Ana Souza']) {
      expect(desk.app.logged.join('\n')).not.toContain(planted);
      expect(JSON.stringify(jobs)).not.toContain(planted);
    }
  });
});

it('a server that was stopped holds no connection to the mail server, not even of a trial', async () => {
  await using smtp = await startTestSmtp();
  const desk = await openDesk({ environment: { SMTP_URL: smtp.url, SMTP_FROM: from }, work: {} });
  const action = { key: 'email', description: 'e-mail', statusKey: 'cancelado', kind: 'EMAIL', config };
  const { actionCreate } = await desk.configurator.data(
    'mutation ($id: ID!, $input: ActionInput!) { actionCreate(occurrenceTypeId: $id, input: $input) { action { id } userErrors { code message path } } }',
    { id: desk.typeId, input: action },
  );
  const { id: occurrenceId } = await open(desk.ana);
  const input = { actionId: saved(actionCreate).action.id, occurrenceId, target: 'rita@example.org' };
  const { actionTest } = await desk.configurator.data(
    'mutation ($input: ActionTestInput!) { actionTest(input: $input) { result { state } userErrors { code message path } } }',
    { input },
  );
  expect(saved(actionTest).result.state).toBe('DELIVERED');
  expect(smtp.mails.map(({ recipients }) => recipients)).toEqual([['rita@example.org']]);
  expect(smtp.connected()).toBe(1);
  await desk[Symbol.asyncDispose]();
  await vi.waitUntil(() => smtp.connected() === 0, { timeout: 5_000 });
});
