import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigError, loadEnvironment, publicUrlOf, readConfig } from './config.js';

const provider = {
  AUTH_ISSUER: 'https://login.example.org/',
  AUTH_AUDIENCE: 'ocorrencias',
  AUTH_JWKS_URL: 'https://login.example.org/keys',
};
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://app:pw@db.example.org/oc', ...provider };

const account = {
  type: 'service_account',
  private_key_id: 'key-1',
  private_key: generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  client_email: 'push@app.iam.gserviceaccount.com',
  token_uri: 'https://oauth2.googleapis.com/token',
};

const accountFolder = mkdtempSync(join(tmpdir(), 'ocorrencias-account-'));
afterAll(() => rmSync(accountFolder, { recursive: true }));

/** A file with the key of a service account, or with whatever else. */
function accountFile(content: unknown = account): string {
  const file = join(accountFolder, 'fcm.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  test('an empty environment is a development server on 127.0.0.1:4000 with everything embedded', () => {
    expect(readConfig({})).toEqual({
      mode: 'development',
      production: false,
      logLevel: 'info',
      host: '127.0.0.1',
      port: 4000,
      publicUrl: null,
      corsOrigins: [],
      graphiql: true,
      shutdownGraceMs: 10_000,
      shutdownDrainMs: 1_000,
      worker: true,
      dataDir: resolve('.data'),
      database: null,
      databasePoolSize: 10,
      redisUrl: null,
      auth: { kind: 'development' },
      trustedProxies: [],
      rateLimitPoints: 100_000,
      webhookAllowPrivateNetworks: false,
      smtp: null,
      whatsapp: null,
      fcm: null,
      s3: null,
    });
  });

  test('every value is taken from its variable', () => {
    const config = readConfig({
      ...production,
      LOG_LEVEL: 'warn',
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://api.example.org/',
      CORS_ORIGINS: 'https://app.example.org, http://localhost:5173',
      GRAPHIQL: 'on',
      SHUTDOWN_GRACE_MS: '0',
      WORKER: 'false',
      DATA_DIR: '/var/lib/oc',
      DATABASE_OWNER_URL: 'postgresql://owner@db.example.org/oc',
      DATABASE_POOL_SIZE: '25',
      REDIS_URL: 'rediss://cache.example.org:6380',
      AUTH_CLAIM_OPERATOR: 'tenant',
      AUTH_CLAIM_ROLES: 'realm_access.roles',
      AUTH_CLAIM_NAME: 'preferred_username',
      AUTH_CLAIM_SCOPES: 'scp',
      TRUSTED_PROXIES: '10.1.0.0/16, 192.0.2.7,2001:db8::/32,',
      RATE_LIMIT_POINTS: '0',
      SMTP_URL: 'smtp://mail.example.org',
      SMTP_FROM: 'Operadora <nao-responda@example.org>',
      WHATSAPP_PHONE_NUMBER_ID: '123',
      WHATSAPP_ACCESS_TOKEN: 'wt',
      WHATSAPP_API_URL: 'https://whatsapp.example.org',
      WHATSAPP_VERIFY_TOKEN: 'vt',
      WHATSAPP_APP_SECRET: 'as',
      FCM_PROJECT_ID: 'app',
      FCM_SERVICE_ACCOUNT_FILE: accountFile(),
      FCM_API_URL: 'https://fcm.example.org',
      S3_BUCKET: 'anexos',
      S3_REGION: 'sa-east-1',
      S3_ENDPOINT: 'https://s3.example.org',
      S3_FORCE_PATH_STYLE: 'off',
      S3_PREFIX: 'ocorrencias/anexos/',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'key',
    });
    expect(config).toEqual({
      mode: 'production',
      production: true,
      logLevel: 'warn',
      host: '0.0.0.0',
      port: 0,
      publicUrl: 'https://api.example.org',
      corsOrigins: ['https://app.example.org', 'http://localhost:5173'],
      graphiql: true,
      shutdownGraceMs: 0,
      shutdownDrainMs: 0,
      worker: false,
      dataDir: '/var/lib/oc',
      database: {
        url: 'postgres://app:pw@db.example.org/oc',
        ownerUrl: 'postgresql://owner@db.example.org/oc',
      },
      databasePoolSize: 25,
      redisUrl: 'rediss://cache.example.org:6380',
      auth: {
        kind: 'provider',
        issuer: 'https://login.example.org/',
        audience: 'ocorrencias',
        jwksUrl: 'https://login.example.org/keys',
        claimNames: { operator: 'tenant', roles: 'realm_access.roles', name: 'preferred_username', scopes: 'scp' },
      },
      trustedProxies: ['10.1.0.0/16', '192.0.2.7', '2001:db8::/32'],
      rateLimitPoints: 0,
      webhookAllowPrivateNetworks: false,
      smtp: { url: 'smtp://mail.example.org', from: 'Operadora <nao-responda@example.org>' },
      whatsapp: {
        phoneNumberId: '123',
        accessToken: 'wt',
        apiUrl: 'https://whatsapp.example.org',
        callbacks: { verifyToken: 'vt', appSecret: 'as' },
      },
      fcm: {
        projectId: 'app',
        apiUrl: 'https://fcm.example.org',
        account: {
          clientEmail: account.client_email,
          privateKey: account.private_key,
          privateKeyId: 'key-1',
          tokenUri: account.token_uri,
        },
      },
      s3: {
        bucket: 'anexos',
        region: 'sa-east-1',
        endpoint: 'https://s3.example.org',
        forcePathStyle: false,
        prefix: 'ocorrencias/anexos/',
        accessKeyId: 'id',
        secretAccessKey: 'key',
      },
    });
  });

  test('the owner of the tables is the role of DATABASE_URL unless another is named', () => {
    expect(readConfig(production).database?.ownerUrl).toBe(production.DATABASE_URL);
  });

  test('a blank variable is one that is not set', () => {
    expect(readConfig({ REDIS_URL: '', PORT: ' ', AUTH_ISSUER: '' })).toEqual(readConfig({}));
  });

  test('the configuration is frozen to its leaves', () => {
    const config = readConfig(production);
    expect([config, config.auth, config.database, config.corsOrigins].every((part) => Object.isFrozen(part))).toBe(
      true,
    );
  });

  test('all problems come together, a line each', () => {
    const env = { PORT: '65536', RATE_LIMIT_POINTS: '-1', SMTP_URL: 'smtp://mail.example.org', GRAPHIQL: 'maybe' };
    expect(() => readConfig(env)).toThrow(
      [
        'The configuration cannot be used:',
        '  PORT: must be a whole number, 0 to 65535',
        '  GRAPHIQL: must be on or off',
        '  RATE_LIMIT_POINTS: must be a whole number, 0 or more',
        '  SMTP_FROM: is missing, though SMTP_URL is set; they go together',
      ].join('\n'),
    );
  });

  test.each([
    ['nao-responda@example.org', []],
    ['Operadora São José <nao-responda@example.org>', []],
    ['Operadora', ['SMTP_FROM: must be one address, such as Operadora <nao-responda@example.org>']],
    ['a@example.org, b@example.org', ['SMTP_FROM: must be one address, such as Operadora <nao-responda@example.org>']],
  ])('the sender %s is one address or refused', (from, problems) => {
    expect(problemsOf({ SMTP_URL: 'smtp://mail.example.org', SMTP_FROM: from })).toEqual(problems);
  });

  test('WhatsApp is Meta and unheard unless told otherwise; its token goes nowhere in the clear in production', () => {
    const whatsapp = { WHATSAPP_PHONE_NUMBER_ID: '1', WHATSAPP_ACCESS_TOKEN: 't' };
    expect(readConfig(whatsapp).whatsapp).toEqual({
      phoneNumberId: '1',
      accessToken: 't',
      apiUrl: 'https://graph.facebook.com',
      callbacks: null,
    });
    const clear = { ...whatsapp, WHATSAPP_API_URL: 'http://whatsapp.example.org' };
    expect(problemsOf(clear)).toEqual([]);
    expect(problemsOf({ ...production, ...clear })).toEqual([
      'WHATSAPP_API_URL: must be an address that starts with https://',
    ]);
    expect(problemsOf({ ...whatsapp, WHATSAPP_VERIFY_TOKEN: 'v' })).toEqual([
      'WHATSAPP_APP_SECRET: is missing, though WHATSAPP_VERIFY_TOKEN is set; they go together',
    ]);
  });

  test('no problem repeats a value, which may be a password', () => {
    const secret = 'hunter2';
    const everything = new Proxy(
      {},
      {
        get: (_, name) => (name === 'NODE_ENV' ? undefined : `no@address ${secret}`),
      },
    );
    const problems = problemsOf(everything);
    expect(problems.length).toBeGreaterThan(8);
    expect(problems.join('\n')).not.toContain(secret);
  });

  test.each([
    'https://app.example.org/painel',
    'app.example.org',
    '*',
    'null',
    'ftp://example.org',
    'https://a:b@c.example',
  ])('%s is no origin', (text) => {
    const why = 'must be scheme, host and port alone, such as https://app.example.org';
    expect(problemsOf({ PUBLIC_URL: text })).toEqual([`PUBLIC_URL: ${why}`]);
    expect(problemsOf({ CORS_ORIGINS: `https://ok.example.org,${text}` })).toEqual([`CORS_ORIGINS: ${why}`]);
  });

  test.each([
    ['PORT', '4000.5'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['SHUTDOWN_DRAIN_MS', '10001'],
    ['DATABASE_POOL_SIZE', '0'],
    ['RATE_LIMIT_POINTS', '1e3'],
    ['LOG_LEVEL', 'verbose'],
    ['NODE_ENV', 'prod'],
    ['DATABASE_URL', 'mysql://db.example.org'],
    ['REDIS_URL', 'cache.example.org:6379'],
    ['S3_ENDPOINT', 's3.example.org'],
    ['S3_FORCE_PATH_STYLE', 'path'],
    ['S3_PREFIX', '../anexos'],
    ['S3_PREFIX', '/anexos'],
  ])('%s=%s is refused', (name, value) => {
    expect(problemsOf({ [name]: value }).filter((problem) => problem.startsWith(`${name}:`))).toHaveLength(1);
  });

  test.each([
    'balancer.example.org',
    'loopback',
    '10.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/-8',
    '10.0.0.0/',
    '10',
    '*',
    'true',
    '2001:db8::/129',
    '10.0.0.1:80',
  ])('%s is refused among TRUSTED_PROXIES', (text) => {
    const why = 'must be addresses or ranges such as 10.0.0.7, 10.1.0.0/16 or 2001:db8::/32, and not everybody';
    expect(problemsOf({ TRUSTED_PROXIES: `10.0.0.7, ${text}` })).toEqual([`TRUSTED_PROXIES: ${why}`]);
  });

  test('DATABASE_OWNER_URL without DATABASE_URL is refused: the embedded database has its own', () => {
    expect(problemsOf({ DATABASE_OWNER_URL: 'postgres://owner@db.example.org/oc' })).toEqual([
      'DATABASE_URL: is missing, though DATABASE_OWNER_URL is set',
    ]);
  });

  test.each([
    ['AUTH_JWKS_URL', provider],
    ['SMTP_FROM', { SMTP_URL: 'smtp://mail.example.org', SMTP_FROM: 'a@example.org' }],
    ['WHATSAPP_ACCESS_TOKEN', { WHATSAPP_PHONE_NUMBER_ID: '1', WHATSAPP_ACCESS_TOKEN: 't' }],
    ['FCM_PROJECT_ID', { FCM_PROJECT_ID: 'p', FCM_SERVICE_ACCOUNT_FILE: accountFile() }],
    ['S3_BUCKET', { S3_BUCKET: 'b', S3_REGION: 'r', S3_ACCESS_KEY_ID: 'i', S3_SECRET_ACCESS_KEY: 'k' }],
  ])('a group without its %s is refused, and whole it is taken', (missing, group) => {
    expect(problemsOf(group)).toEqual([]);
    const given = Object.keys(group).filter((name) => name !== missing);
    expect(problemsOf({ ...group, [missing]: undefined })).toEqual([
      `${missing}: is missing, though ${given.join(', ')} is set; they go together`,
    ]);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', 'planted', 'is no JSON object'],
    ['a list', [], 'has no client_email'],
    ['no address', { ...account, client_email: 'planted' }, 'has no client_email'],
    ['no key', { ...account, private_key: 'planted' }, 'has no RSA key as its private_key'],
    [
      'a key of another kind',
      {
        ...account,
        private_key: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
      },
      'has no RSA key as its private_key',
    ],
    ['no token_uri', { ...account, token_uri: 'planted' }, 'has no token_uri that starts with https:// or http://'],
  ])('a service account with %s is refused at the start, and nothing of it is told', (_, content, why) => {
    const problems = problemsOf({ FCM_PROJECT_ID: 'app', FCM_SERVICE_ACCOUNT_FILE: accountFile(content) });
    expect(problems).toEqual([`FCM_SERVICE_ACCOUNT_FILE: the file ${why}: it is no key of a service account`]);
    expect(problems.join()).not.toContain('planted');
  });

  test('a service account that is not there is refused at the start', () => {
    const missing = { FCM_PROJECT_ID: 'app', FCM_SERVICE_ACCOUNT_FILE: join(accountFolder, 'none.json') };
    expect(problemsOf(missing)).toEqual(['FCM_SERVICE_ACCOUNT_FILE: the file cannot be read (ENOENT)']);
  });

  test('pushes go by https in production', () => {
    const fcm = { FCM_PROJECT_ID: 'app', FCM_SERVICE_ACCOUNT_FILE: accountFile(), FCM_API_URL: 'http://127.0.0.1:1' };
    expect(problemsOf(fcm)).toEqual([]);
    expect(problemsOf({ ...production, ...fcm })).toEqual([
      'FCM_API_URL: must be an address that starts with https://',
    ]);
    const file = accountFile({ ...account, token_uri: 'http://127.0.0.1:1/token' });
    expect(problemsOf({ ...production, ...fcm, FCM_API_URL: undefined, FCM_SERVICE_ACCOUNT_FILE: file })).toEqual([
      'FCM_SERVICE_ACCOUNT_FILE: the file has no token_uri that starts with https://: it is no key of a service account',
    ]);
  });

  test('production refuses development keys, the embedded database and hooks to private networks', () => {
    expect(problemsOf({ NODE_ENV: 'production', WEBHOOK_ALLOW_PRIVATE_NETWORKS: 'true' })).toEqual([
      'DATABASE_URL: is needed in production: the embedded database is seeded',
      'AUTH_ISSUER, AUTH_AUDIENCE, AUTH_JWKS_URL: are needed in production: no development keys there',
      'WEBHOOK_ALLOW_PRIVATE_NETWORKS: is for trying things out, not in production',
    ]);
    expect(problemsOf(production)).toEqual([]);
  });

  test('the explorer is off in production unless it is switched on', () => {
    expect(readConfig(production).graphiql).toBe(false);
    expect(readConfig({ ...production, GRAPHIQL: 'true' }).graphiql).toBe(true);
  });
});

describe('publicUrlOf', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:4001'],
    ['0.0.0.0', 'http://localhost:4001'],
    ['::', 'http://localhost:4001'],
    ['::1', 'http://[::1]:4001'],
  ])('without PUBLIC_URL a server on %s is at %s', (host, url) => {
    expect(publicUrlOf({ host, publicUrl: null }, 4001)).toBe(url);
  });

  test('PUBLIC_URL wins', () => {
    expect(publicUrlOf({ host: '127.0.0.1', publicUrl: 'https://api.example.org' }, 4001)).toBe(
      'https://api.example.org',
    );
  });
});

describe('loadEnvironment', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'environment-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  function withFile(content: string): NodeJS.ProcessEnv {
    writeFileSync(join(folder, '.env'), content);
    return loadEnvironment(join(folder, '.env'));
  }

  test('in development .env fills in what the process does not set', () => {
    vi.stubEnv('NODE_ENV', 'development');
    vi.stubEnv('PORT', '5000');
    vi.stubEnv('HOST', undefined);
    expect(withFile('PORT=6000\nHOST=127.0.0.2')).toMatchObject({ PORT: '5000', HOST: '127.0.0.2' });
  });

  test.each(['production', 'test'])('in %s .env is not read', (mode) => {
    vi.stubEnv('NODE_ENV', mode);
    vi.stubEnv('HOST', undefined);
    expect(withFile('HOST=127.0.0.2').HOST).toBeUndefined();
  });

  test('a .env that names another mode is refused', () => {
    vi.stubEnv('NODE_ENV', undefined);
    expect(() => withFile('NODE_ENV=production')).toThrow('NODE_ENV: is set in .env');
  });

  test('no .env is no problem', () => {
    vi.stubEnv('NODE_ENV', undefined);
    vi.stubEnv('PORT', '5000');
    expect(loadEnvironment(join(folder, '.env')).PORT).toBe('5000');
  });
});

describe('.env.example', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../.env.example'), 'utf8');
  const lines = text.split('\n');
  const listed = lines.flatMap((line) => /^# ([A-Z0-9_]+)=/.exec(line)?.[1] ?? []);

  test('lists exactly the variables that are read, once each', () => {
    const asked = new Set<string>();
    const recorder = new Proxy(
      {},
      {
        get: (_, name) => void asked.add(String(name)),
      },
    );
    readConfig(recorder);
    expect(listed.toSorted()).toEqual([...asked].toSorted());
  });

  test('says above each of them what it is for', () => {
    const bare = lines.filter((line, index) => /^# [A-Z0-9_]+=/.test(line) && !/^# \S+ /.test(lines[index - 1] ?? ''));
    expect(bare).toEqual([]);
  });

  test('changes nothing when it is copied as it is, and is valid with every line switched on', () => {
    expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
    const all = parseEnv(text.replaceAll(/^# (?=[A-Z0-9_]+=)/gm, ''));
    expect(problemsOf({ ...all, FCM_SERVICE_ACCOUNT_FILE: accountFile() })).toEqual([]);
  });
});
