import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Parcel, Sent } from '../../../src/modules/actions/index.js';
import { hookChannel } from '../../../src/modules/actions/channels/hook/hook-channel.js';
import { Receiver } from '../../kit/receiver.js';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await Receiver.start();
});
afterAll(() => receiver[Symbol.asyncDispose]());
beforeEach(() => receiver.reset());

const parcelTo = (url: string): Parcel => ({
  operatorId: 'opr_x',
  deliveryId: 'dlv_x',
  occurrenceId: 'occ_x',
  version: 1,
  requesterId: 'ben_x',
  config: { url, headers: {}, timeoutMs: 1_000 },
  secrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`],
  message: { a: 1 },
  resent: 0,
  now: new Date(),
});
const send = (url: string, lookup?: LookupFunction): Promise<Sent> =>
  hookChannel({ allowPrivateNetworks: false, ...(lookup && { lookup }) }).send(
    parcelTo(url),
    new AbortController().signal,
  );

const refusedAddress = {
  state: 'FAILED',
  outcome: 'refused address',
  detail: 'The host leads to a loopback, link-local or private address, where hooks do not go.',
};

/** A resolver that says in turn what it is told, the last of it for ever. */
function resolver(...answers: string[][]) {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, options, callback) => {
    asked.push(hostname);
    const addresses = answers[Math.min(asked.length, answers.length) - 1]!;
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]!.address, found[0]!.family);
  };
  return { asked, lookup };
}

describe('no connection is made', () => {
  it.each([
    '127.0.0.1',
    'localhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[0:0:0:0:0:ffff:7f00:1]',
    '127.255.255.254',
    '0.0.0.0',
    '[::]',
    '①②⑦.0.0.1',
    '127.0.0.1.',
    'LOCALHOST',
  ])('to loopback as %s', async (host) => {
    expect(await send(`https://${host}:${receiver.port}/`)).toEqual(refusedAddress);
    expect(receiver.connections).toBe(0);
  });

  it.each([
    ['link-local', '169.254.169.254'],
    ['link-local', '[fe80::1]'],
    ['link-local', '[::ffff:169.254.169.254]'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.254'],
    ['private', '192.168.1.1'],
    ['private', '[fd00::1]'],
    ['shared', '100.64.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['documentation', '192.0.2.1'],
    ['translated loopback', '[64:ff9b::7f00:1]'],
    ['tunnelled loopback', '[2002:7f00:1::]'],
  ])('to a %s address: %s', async (_range, host) => {
    expect(await send(`https://${host}/`)).toEqual(refusedAddress);
  });

  it.each([['127.0.0.1'], ['10.1.2.3'], ['::1'], ['::ffff:127.0.0.1'], ['169.254.169.254']])(
    'to a name that leads to %s',
    async (address) => {
      const { asked, lookup } = resolver([address]);
      expect(await send(`https://hooks.example:${receiver.port}/`, lookup)).toEqual(refusedAddress);
      expect(asked).toEqual(['hooks.example']);
      expect(receiver.connections).toBe(0);
    },
  );

  it('to a name that leads to a public address and to a private one', async () => {
    const { lookup } = resolver(['2001:4860:4860::8888', '127.0.0.1']);
    expect(await send(`https://hooks.example:${receiver.port}/`, lookup)).toEqual(refusedAddress);
    expect(receiver.connections).toBe(0);
  });

  it('to another address than the one that was checked: a name is asked for once', async () => {
    // Of an old kind that no network has a way to, so that this test reaches nobody.
    const { asked, lookup } = resolver(['::c000:201'], ['127.0.0.1']);
    const sent = await send(`https://hooks.example:${receiver.port}/`, lookup);
    expect(sent.state).toBe('RETRY');
    expect(asked).toEqual(['hooks.example']);
    expect(await send(`https://hooks.example:${receiver.port}/`, lookup)).toEqual(refusedAddress);
    expect(receiver.connections).toBe(0);
  });

  it('by http:, wherever it leads', async () => {
    const { asked, lookup } = resolver(['127.0.0.1']);
    const sent = await send(`http://hooks.example:${receiver.port}/`, lookup);
    expect(sent).toEqual({ state: 'FAILED', outcome: 'refused address', detail: 'Hooks go by https alone.' });
    expect(asked).toEqual([]);
    expect(receiver.connections).toBe(0);
  });

  it('where the name is not known', async () => {
    const lookup: LookupFunction = (_hostname, _options, callback) =>
      callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), '', 4);
    expect(await send('https://hooks.example/', lookup)).toEqual({
      state: 'RETRY',
      outcome: 'name not found',
      detail: 'ENOTFOUND',
    });
  });
});

it('private networks are for trying things out', async () => {
  const channel = hookChannel({ allowPrivateNetworks: true });
  const sent = await channel.send(parcelTo(receiver.url), new AbortController().signal);
  expect(sent).toMatchObject({ state: 'DELIVERED' });
  expect(receiver.connections).toBe(1);
});

it('a process that stops in the middle of an attempt leaves it to the next', async () => {
  const stopping = new AbortController();
  receiver.answer = () => stopping.abort();
  const channel = hookChannel({ allowPrivateNetworks: true });
  const sent = await channel.send(parcelTo(receiver.url), stopping.signal);
  expect(sent.state).toBe('DEFERRED');
});

it('goes by https to whom its certificate names, and to nobody else', async () => {
  const read = (name: string) => readFileSync(new URL(`../../kit/tls/${name}.pem`, import.meta.url), 'utf8');
  const [key, cert] = [read('key'), read('certificate')];
  const server = createServer({ key, cert }, (_request, response) => void response.writeHead(202).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await using stack = new AsyncDisposableStack();
  stack.defer(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { lookup } = resolver(['127.0.0.1']);
  const attempt = (host: string, ca?: string) =>
    hookChannel({ allowPrivateNetworks: true, lookup, ...(ca !== undefined && { ca }) }).send(
      parcelTo(`https://${host}:${port}/`),
      new AbortController().signal,
    );
  expect(await attempt('hooks.example', cert)).toMatchObject({ state: 'DELIVERED', detail: '202 Accepted' });
  const failed = (detail: string) => ({ state: 'RETRY', outcome: 'TLS failed', detail });
  expect(await attempt('other.example', cert)).toEqual(failed('ERR_TLS_CERT_ALTNAME_INVALID'));
  expect(await attempt('hooks.example')).toEqual(failed('DEPTH_ZERO_SELF_SIGNED_CERT'));
});
