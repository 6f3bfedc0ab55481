import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RemoteKeysOptions } from '../../src/platform/auth/remote-keys.js';
import { openTokenVerifier } from '../../src/platform/auth/verifier.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import { TestClient } from '../kit/client.js';
import { withClient } from '../kit/database.js';
import { OidcProvider, type SigningKey, signingKey } from '../kit/oidc-provider.js';
import { TestStream } from '../kit/stream.js';
import { RawSocket } from '../realtime/raw-socket.js';

const audience = 'ocorrencias-api';
const viewer = '{ viewer { id name roles permissions operator { slug } } }';
const queue = 'subscription { queueUpdates { kind } }';

let provider: OidcProvider;
let key: SigningKey;
let app: TestApp;
let others: AsyncDisposableStack;

/** The app as configured for the provider; another process on the same database, where there is one. */
const start = (options: RemoteKeysOptions = {}, beside?: TestApp): Promise<TestApp> =>
  startTestApp({
    ...(beside && { beside }),
    environment: {
      AUTH_ISSUER: provider.issuer,
      AUTH_AUDIENCE: audience,
      AUTH_JWKS_URL: provider.jwksUrl,
      AUTH_CLAIM_OPERATOR: 'https://ocorrencias.example/tenant',
      AUTH_CLAIM_ROLES: 'realm_access.roles',
      AUTH_CLAIM_NAME: 'profile.display.name',
      AUTH_CLAIM_SCOPES: 'scp',
    },
    openVerifier: (config, clock) => openTokenVerifier(config.auth, config.dataDir, clock, options),
  });
const another = async (options: RemoteKeysOptions = { cooldownMs: 0, answerWithinMs: 500 }): Promise<TestApp> =>
  others.use(await start(options, app));

beforeAll(async () => {
  provider = await OidcProvider.start();
  key = await signingKey('first');
  provider.published = [key];
  app = await start({ cooldownMs: 0 });
});
beforeEach(() => {
  others = new AsyncDisposableStack();
  provider.published = [key];
  provider.state = 'up';
  provider.requests = 0;
});
afterEach(() => others.disposeAsync());
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

const now = (): number => app.clock.now().getTime() / 1000;

/** What a token of the provider says. */
const claims = (changes: Record<string, unknown> = {}): JWTPayload => ({
  iss: provider.issuer,
  aud: audience,
  sub: 'carla',
  iat: now(),
  exp: now() + 300,
  'https://ocorrencias.example/tenant': 'alfa',
  realm_access: { roles: ['offline_access', 'attendant'] },
  profile: { display: { name: 'Carla Dias' } },
  ...changes,
});

const clientOf = (token: string, at = app) => new TestClient(at.url, token);

async function overHttp(token: string, at = app) {
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: viewer }),
  });
  const { errors, data } = (await response.json()) as {
    errors?: [{ extensions: { code: string } }];
    data?: { viewer: { name: string } };
  };
  return [response.status, errors?.[0].extensions.code ?? data?.viewer.name];
}

/** What comes of `connection_init`: the server's word, or the code that it closes with. */
async function overWebSocket(token: string, at = app): Promise<string | number> {
  await using raw = await RawSocket.open(`${at.url}/graphql`);
  raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  // Awaited here: the socket ends with this function.
  return await Promise.race([raw.next().then(({ type }) => type), raw.closed.then(({ code }) => code)]);
}

const atBothDoors = async (token: string, at = app) => [...(await overHttp(token, at)), await overWebSocket(token, at)];

const accepted = [200, 'Carla Dias', 'connection_ack'];
const refused = [401, 'UNAUTHENTICATED', 4403];
const unjudged = [503, 'SERVICE_UNAVAILABLE', 1013];

const rows = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  withClient(app.testDatabase.ownerUrl, async (client) => (await client.query(sql, values)).rows);
const people = () => rows('select id from staff union all select id from beneficiary order by id');

describe('a token of the provider', () => {
  it('is its caller, by the claims that are configured, over HTTP and WebSocket', async () => {
    const token = await key.sign(claims());
    const { viewer: carla } = await clientOf(token).data(viewer);
    expect(carla).toMatchObject({ name: 'Carla Dias', roles: ['ATTENDANT'], operator: { slug: 'alfa' } });
    expect(carla.permissions).toContain('occurrence:startAttendance');
    await using stream = new TestStream<any>(clientOf(token), queue);
    expect(await stream.next()).toEqual({ queueUpdates: { kind: 'READY' } });
  });

  it.each([
    ['a list', ['occurrence:read', 'unknown:scope']],
    ['a text with spaces', 'openid occurrence:read  profile'],
  ])('grants an integration the scopes that it has as %s', async (_form, scp) => {
    const token = await key.sign(claims({ sub: 'erp', realm_access: { roles: 'INTEGRATION' }, scp }));
    const { viewer: erp } = await clientOf(token).data(viewer);
    expect([erp.roles, erp.permissions]).toEqual([['INTEGRATION'], ['occurrence:read']]);
    await using stream = new TestStream<any>(clientOf(token), queue);
    expect(await stream.next()).toEqual({ queueUpdates: { kind: 'READY' } });
  });

  it('says nothing by the names that are not configured', async () => {
    const usual = { operator: 'alfa', roles: ['SUPERVISOR'], name: 'Outra', scope: 'occurrence:read' };
    const { viewer: carla } = await clientOf(await key.sign(claims(usual))).data(viewer);
    expect([carla.name, carla.roles]).toEqual(['Carla Dias', ['ATTENDANT']]);
    const { realm_access: _, ...without } = claims({ ...usual, sub: 'nobody' });
    const before = await people();
    expect(await atBothDoors(await key.sign(without))).toEqual(refused);
    expect(await people()).toEqual(before);
  });

  it.each<[string, () => Record<string, unknown>]>([
    ['for another audience', () => ({ aud: ['account', 'billing'] })],
    ['of another issuer', () => ({ iss: `${provider.issuer}/` })],
    ['that ended 30 seconds ago', () => ({ exp: now() - 30 })],
    ['that holds in 31 seconds', () => ({ nbf: now() + 31 })],
    ['without an end', () => ({ exp: undefined })],
    ['without a subject', () => ({ sub: undefined })],
    ['of an operator that there is not', () => ({ 'https://ocorrencias.example/tenant': 'delta' })],
  ])('%s is refused at both doors, and makes nobody', async (_what, changes) => {
    const before = await people();
    expect(await atBothDoors(await key.sign(claims({ sub: 'stranger', ...changes() })))).toEqual(refused);
    expect(await people()).toEqual(before);
  });

  it('that nobody has signed, or somebody with the public key as a secret, is refused at both doors', async () => {
    const before = await people();
    const forged = claims({ sub: 'stranger' });
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid: key.kid })).toString('base64url');
    const unsigned = new UnsecuredJWT(forged).encode();
    const secrets = [await exportSPKI(key.publicKey), JSON.stringify(key.jwk), key.jwk.n!];
    const confused = secrets.map((secret) =>
      new SignJWT(forged).setProtectedHeader({ alg: 'HS256', kid: key.kid }).sign(new TextEncoder().encode(secret)),
    );
    const impostor = await signingKey(key.kid);
    for (const token of [
      unsigned,
      `${header}.${unsigned.split('.')[1]}.`,
      ...(await Promise.all(confused)),
      await impostor.sign(forged),
    ]) {
      expect(await atBothDoors(token)).toEqual(refused);
    }
    expect(await people()).toEqual(before);
  });

  it('may be off by less than 30 seconds; a connection ends with it to the second', async () => {
    expect(await atBothDoors(await key.sign(claims({ nbf: now() + 30 })))).toEqual(accepted);
    const ended = await key.sign(claims({ exp: now() - 29 }));
    expect(await atBothDoors(ended)).toEqual([200, 'Carla Dias', 4403]);
  });
});

describe('keys of the provider', () => {
  it('rotate without a restart: a new one counts at its first token, and the old one no more five seconds after it is known to be gone', async () => {
    const [two, three] = [await signingKey('second', 'ES256'), await signingKey('third', 'EdDSA')];
    const at = await another();
    const [byOne, byTwo, byThree] = await Promise.all([key, two, three].map((by) => by.sign(claims())));
    expect(await atBothDoors(byOne!, at)).toEqual(accepted);
    expect(await atBothDoors(byTwo!, at)).toEqual(refused);
    provider.published = [key, two];
    expect(await atBothDoors(byTwo!, at)).toEqual(accepted);
    expect(await atBothDoors(byOne!, at)).toEqual(accepted);
    provider.published = [two, three];
    expect(await atBothDoors(byThree!, at)).toEqual(accepted);
    at.clock.advance(5_000);
    expect(await atBothDoors(byOne!, at)).toEqual(refused);
    expect(await atBothDoors(byTwo!, at)).toEqual(accepted);
  });

  it.each(['down', 'failing', 'silent', 'garbled'] as const)(
    'that are known go on to count while it is %s; others are unjudged, and judged once it is back',
    async (state) => {
      const at = await another();
      const [known, next] = [await key.sign(claims()), await signingKey('next')];
      expect(await atBothDoors(known, at)).toEqual(accepted);
      provider.state = state;
      provider.published = [key, next];
      const unknown = await next.sign(claims());
      expect(await Promise.all([atBothDoors(unknown, at), atBothDoors(known, at)])).toEqual([unjudged, accepted]);
      // Ten minutes on keys are due to be read again.
      app.clock.advance(600_000);
      const later = await key.sign(claims());
      expect(await atBothDoors(later, at)).toEqual(accepted);
      provider.state = 'up';
      expect(await atBothDoors(await next.sign(claims()), at)).toEqual(accepted);
    },
  );

  it.each(['down', 'failing', 'silent', 'garbled', 'endless'] as const)(
    'that cannot be read for the first time, it being %s, leave tokens unjudged in good time, and the log says why',
    async (state) => {
      provider.state = state;
      provider.bytesSent = 0;
      const at = await another();
      const token = await key.sign(claims());
      const begun = performance.now();
      const answers = await Promise.all(Array.from({ length: 10 }, () => atBothDoors(token, at)));
      expect(answers).toEqual(Array.from({ length: 10 }, () => unjudged));
      expect(performance.now() - begun).toBeLessThan(5_000);
      const told = (message: string) => at.logged.filter((line) => line.includes(message)).length;
      expect([told('a token cannot be judged'), told('a connection cannot be judged')]).toEqual([10, 10]);
      expect(told('the keys of the provider cannot be read')).toBe(20);
      expect(at.logged.join()).not.toContain(token);
      // Each of the few times that it was asked it could send what fits into the buffers between.
      expect(provider.bytesSent).toBeLessThan(provider.requests * 16 * 1024 * 1024);
      provider.state = 'up';
      expect(await atBothDoors(token, at)).toEqual(accepted);
    },
  );
});

describe('people', () => {
  const first = (subject: string, more: Record<string, unknown> = {}, name = 'Ana Souza') =>
    key.sign(
      claims({ sub: subject, realm_access: { roles: ['BENEFICIARY'] }, profile: { display: { name } }, ...more }),
    );
  const idsOf = async (tokens: readonly TestClient[]) =>
    new Set(await Promise.all(tokens.map(async (client) => (await client.data(viewer)).viewer.id as string)));
  /** Twenty requests that come at once to two processes which have never seen the token. */
  const burst = async (token: string) => {
    const processes = [await another(), await another()];
    return idsOf(Array.from({ length: 20 }, (_, index) => clientOf(token, processes[index % 2])));
  };

  it('of the staff are made on first sight, once, however many requests come first; a changed name is taken over', async () => {
    const token = await key.sign(claims({ sub: 'davi' }));
    const ids = await burst(token);
    const stored = () => rows(`select id, name, roles from staff where subject = 'davi'`);
    expect(await stored()).toEqual([{ id: [...ids][0], name: 'Carla Dias', roles: ['ATTENDANT'] }]);
    expect(ids.size).toBe(1);
    const changes = {
      sub: 'davi',
      profile: { display: { name: 'Davi Reis' } },
      realm_access: { roles: ['SUPERVISOR'] },
    };
    expect(await idsOf([clientOf(await key.sign(claims(changes)))])).toEqual(ids);
    expect(await stored()).toEqual([{ id: [...ids][0], name: 'Davi Reis', roles: ['SUPERVISOR'] }]);
    const { profile: _, ...nameless } = claims({ sub: 'davi' });
    expect(await idsOf([clientOf(await key.sign(nameless))])).toEqual(ids);
    expect(await stored()).toEqual([{ id: [...ids][0], name: 'Davi Reis', roles: ['ATTENDANT'] }]);
  });

  it.each([0, 1, 2, 3, 4])(
    'who are members are made on first sight, once, with number, e-mail and phone (round %i)',
    async (round) => {
      const contact = { email: 'ana@example.org', phone_number: '+55 11 99999-0000' };
      const ids = await burst(await first(`ana${round}`, { membership_number: `10${round}`, ...contact }));
      expect(ids.size).toBe(1);
      expect(
        await rows('select id, name, membership_number, email, phone from beneficiary where subject = $1', [
          `ana${round}`,
        ]),
      ).toEqual([
        {
          id: [...ids][0],
          name: 'Ana Souza',
          membership_number: `10${round}`,
          email: contact.email,
          phone: contact.phone_number,
        },
      ]);
    },
  );

  it('who are members have the name that their newest token says, until the operator’s systems say one', async () => {
    const number = { membership_number: '400' };
    const ids = await idsOf([clientOf(await first('lia', number))]);
    const attendant = clientOf(await key.sign(claims()));
    const found = async (search: string) => {
      const query = 'query ($search: String) { beneficiaries(search: $search) { nodes { id name } } }';
      return (await attendant.data(query, { search })).beneficiaries.nodes;
    };
    expect(await idsOf([clientOf(await first('lia', number, 'Lia Ávila'))])).toEqual(ids);
    expect(await found('lia avila')).toEqual([{ id: [...ids][0], name: 'Lia Ávila' }]);
    expect(await idsOf([clientOf(await first('lia', { ...number, profile: {} }))])).toEqual(ids);
    expect(await found('lia avila')).toEqual([{ id: [...ids][0], name: 'Lia Ávila' }]);
    const admin = await key.sign(claims({ sub: 'rita', realm_access: { roles: ['CONFIGURATOR'] } }));
    await clientOf(admin).data(
      'mutation { beneficiaryUpsert(input: { membershipNumber: "400", name: "Lia Barros" }) { userErrors { code } } }',
    );
    expect(await idsOf([clientOf(await first('lia', number, 'Lia Campos'))])).toEqual(ids);
    expect(await found('lia barros')).toEqual([{ id: [...ids][0], name: 'Lia Barros' }]);
    expect(await found('lia campos')).toEqual([]);
  });

  it('who claim one number at once are answered all, and the number is one’s', async () => {
    const processes = [await another(), await another()];
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, index) => first(`claimant${index}`, { membership_number: '300' })),
    );
    const ids = await idsOf(tokens.map((token, index) => clientOf(token, processes[index % 2])));
    expect(ids.size).toBe(20);
    const claimants = await rows(`select membership_number from beneficiary where subject like 'claimant%'`);
    expect(claimants.map((row) => row.membership_number).toSorted()).toEqual(['300', ...Array(19).fill(null)]);
  });

  it('whom the operator made known by number are those who sign in with it, at once over two processes, too', async () => {
    const admin = await key.sign(claims({ sub: 'rita', realm_access: { roles: ['CONFIGURATOR'] } }));
    const { beneficiaryUpsert } = await clientOf(admin).data(
      `mutation { beneficiaryUpsert(input: { membershipNumber: "200", name: "Bia Souza" }) { beneficiary { id } userErrors { code } } }`,
    );
    expect(beneficiaryUpsert.userErrors).toEqual([]);
    expect(await burst(await first('bia', { membership_number: '200' }))).toEqual(
      new Set([beneficiaryUpsert.beneficiary.id]),
    );
    expect(await rows(`select subject, name from beneficiary where membership_number = '200'`)).toEqual([
      { subject: 'bia', name: 'Bia Souza' },
    ]);
  });
});

describe('npm run operator -- create', () => {
  const create = async (...args: string[]) => {
    const { ownerUrl: DATABASE_URL } = app.testDatabase;
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/operator.ts', 'create', ...args], {
      cwd: new URL('../..', import.meta.url),
      env: { PATH, HOME, DATABASE_URL },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [code] = await once(child, 'close');
    return { code: code as number, output };
  };

  it('makes an operator in which the tokens of its people count, in processes that run already', async () => {
    const token = await key.sign(claims({ 'https://ocorrencias.example/tenant': 'gama' }));
    expect(await atBothDoors(token)).toEqual(refused);
    const args = ['--slug', 'gama', '--name', 'Gama Saúde', '--ans', '777777'];
    expect(await create(...args)).toEqual({ code: 0, output: expect.stringMatching(/^Created gama \(opr_\w+\)\.\n$/) });
    expect(await atBothDoors(token)).toEqual(accepted);
    const { viewer: carla } = await clientOf(token).data('{ viewer { operator { name ansRegistry timeZone } } }');
    expect(carla.operator).toEqual({ name: 'Gama Saúde', ansRegistry: '777777', timeZone: 'America/Sao_Paulo' });
    expect(await create(...args)).toEqual({ code: 1, output: 'There is an operator "gama" already.\n' });
    const fixed = await create('--slug', 'zeta', '--name', 'Zeta', '--ans', '1', '--time-zone', '-03:00');
    expect(fixed).toEqual({
      code: 1,
      output: 'The ANS registry has six digits.\n"-03:00" is no IANA time zone.\n',
    });
    expect(await rows(`select slug from operator where slug = 'zeta'`)).toEqual([]);
  }, 60_000);
});
