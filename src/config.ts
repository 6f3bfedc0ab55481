import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { Environment } from './environment.js';
import { readServiceAccount, type ServiceAccount, UnusableServiceAccount } from './service-account.js';
import { type AuthSettings, defaultClaimNames } from './platform/auth/settings.js';

const modes = ['development', 'test', 'production'] as const;
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the environment says, once, checked. What is null is not set up; `.env.example` describes every name. */
export interface Config {
  readonly mode: (typeof modes)[number];
  readonly production: boolean;
  readonly logLevel: (typeof logLevels)[number];
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Null: made of host and port once it listens, by `publicUrlOf`. */
  readonly publicUrl: string | null;
  readonly corsOrigins: readonly string[];
  readonly graphiql: boolean;
  readonly shutdownGraceMs: number;
  /** The part of it in which everything goes on, for those who send traffic to notice. */
  readonly shutdownDrainMs: number;
  /** Whether this server delivers too; false where `npm run worker` does it alone. */
  readonly worker: boolean;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL. */
  readonly database: { readonly url: string; readonly ownerUrl: string } | null;
  readonly databasePoolSize: number;
  /** Null: wake-ups stay inside this process. */
  readonly redisUrl: string | null;
  readonly auth: AuthSettings;
  /** Addresses and CIDR ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Cost that one caller may spend in a minute; 0: no limit. */
  readonly rateLimitPoints: number;
  readonly webhookAllowPrivateNetworks: boolean;
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly whatsapp: WhatsAppSettings | null;
  readonly fcm: FcmSettings | null;
  readonly s3: S3Settings | null;
}

export interface WhatsAppSettings {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Meta's, unless given. */
  readonly apiUrl: string;
  /** Null: nobody tells what becomes of messages. */
  readonly callbacks: { readonly verifyToken: string; readonly appSecret: string } | null;
}

export interface FcmSettings {
  readonly projectId: string;
  /** Where the service is: scheme, host and port. */
  readonly apiUrl: string;
  readonly account: ServiceAccount;
}

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Null: Amazon's own. */
  readonly endpoint: string | null;
  /** Whether addresses name the bucket in their path rather than in their host. */
  readonly forcePathStyle: boolean;
  /** Before the name of every object: empty, or ends in a slash. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Everything that is wrong with the environment, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(['The configuration cannot be used:', ...problems.map((line) => `  ${line}`)].join('\n'));
  }
}

/** @throws ConfigError with all problems at once. */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const env = new Environment(variables);
  const mode = env.choice('NODE_ENV', modes, 'development');
  const production = mode === 'production';
  const shutdownGraceMs = env.integer('SHUTDOWN_GRACE_MS', 10_000, 0, 600_000);
  const config: Config = {
    mode,
    production,
    logLevel: env.choice('LOG_LEVEL', logLevels, 'info'),
    host: env.text('HOST') ?? '127.0.0.1',
    port: env.integer('PORT', 4000, 0, 65_535),
    publicUrl: env.origin('PUBLIC_URL') ?? null,
    corsOrigins: env.origins('CORS_ORIGINS'),
    graphiql: env.flag('GRAPHIQL', !production),
    shutdownGraceMs,
    shutdownDrainMs: env.integer('SHUTDOWN_DRAIN_MS', Math.min(1_000, shutdownGraceMs), 0, shutdownGraceMs),
    worker: env.flag('WORKER', true),
    dataDir: resolve(env.text('DATA_DIR') ?? '.data'),
    database: readDatabase(env, production),
    databasePoolSize: env.integer('DATABASE_POOL_SIZE', 10, 1, 1_000),
    redisUrl: env.url('REDIS_URL', ['redis', 'rediss']) ?? null,
    auth: readAuth(env, production),
    trustedProxies: env.networks('TRUSTED_PROXIES'),
    rateLimitPoints: env.integer('RATE_LIMIT_POINTS', 100_000, 0),
    webhookAllowPrivateNetworks: readPrivateNetworks(env, production),
    ...readChannels(env, production),
    s3: readStorage(env),
  };
  if (env.problems.length > 0) throw new ConfigError(env.problems);
  return deepFreeze(config);
}

function readDatabase(env: Environment, production: boolean): Config['database'] {
  const schemes = ['postgres', 'postgresql'];
  const url = env.url('DATABASE_URL', schemes);
  const ownerUrl = env.url('DATABASE_OWNER_URL', schemes);
  const named = env.text('DATABASE_URL') !== undefined;
  if (!named && production) env.refuse('DATABASE_URL', 'is needed in production: the embedded database is seeded');
  if (!named && ownerUrl !== undefined) env.refuse('DATABASE_URL', 'is missing, though DATABASE_OWNER_URL is set');
  return url === undefined ? null : { url, ownerUrl: ownerUrl ?? url };
}

function readAuth(env: Environment, production: boolean): AuthSettings {
  const group = env.group(['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL']);
  const jwksUrl = env.url('AUTH_JWKS_URL', ['https', 'http']);
  const claimNames = {
    operator: env.text('AUTH_CLAIM_OPERATOR') ?? defaultClaimNames.operator,
    roles: env.text('AUTH_CLAIM_ROLES') ?? defaultClaimNames.roles,
    name: env.text('AUTH_CLAIM_NAME') ?? defaultClaimNames.name,
    scopes: env.text('AUTH_CLAIM_SCOPES') ?? defaultClaimNames.scopes,
  };
  if (group !== undefined && jwksUrl !== undefined) {
    return { kind: 'provider', issuer: group.AUTH_ISSUER, audience: group.AUTH_AUDIENCE, jwksUrl, claimNames };
  }
  if (production && ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'].every((name) => env.text(name) === undefined)) {
    env.refuse('AUTH_ISSUER, AUTH_AUDIENCE, AUTH_JWKS_URL', 'are needed in production: no development keys there');
  }
  return { kind: 'development' };
}

function readPrivateNetworks(env: Environment, production: boolean): boolean {
  const allowed = env.flag('WEBHOOK_ALLOW_PRIVATE_NETWORKS', false);
  if (allowed && production)
    env.refuse('WEBHOOK_ALLOW_PRIVATE_NETWORKS', 'is for trying things out, not in production');
  return allowed;
}

function readChannels(env: Environment, production: boolean): Pick<Config, 'smtp' | 'whatsapp' | 'fcm'> {
  const smtp = env.group(['SMTP_URL', 'SMTP_FROM']);
  env.url('SMTP_URL', ['smtp', 'smtps']);
  if (smtp && !/^(?:[^<>@\r\n]*<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/.test(smtp.SMTP_FROM)) {
    env.refuse('SMTP_FROM', 'must be one address, such as Operadora <nao-responda@example.org>');
  }
  return {
    smtp: smtp ? { url: smtp.SMTP_URL, from: smtp.SMTP_FROM } : null,
    whatsapp: readWhatsApp(env, production),
    fcm: readFcm(env, production),
  };
}

function readWhatsApp(env: Environment, production: boolean): WhatsAppSettings | null {
  const callbacks = env.group(['WHATSAPP_VERIFY_TOKEN', 'WHATSAPP_APP_SECRET']);
  const optional = ['WHATSAPP_API_URL', 'WHATSAPP_VERIFY_TOKEN', 'WHATSAPP_APP_SECRET'] as const;
  const group = env.group(['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN'], optional);
  // The token goes there.
  const apiUrl = env.url('WHATSAPP_API_URL', production ? ['https'] : ['https', 'http']);
  if (group === undefined) return null;
  return {
    phoneNumberId: group.WHATSAPP_PHONE_NUMBER_ID,
    accessToken: group.WHATSAPP_ACCESS_TOKEN,
    apiUrl: apiUrl ?? 'https://graph.facebook.com',
    callbacks: callbacks
      ? { verifyToken: callbacks.WHATSAPP_VERIFY_TOKEN, appSecret: callbacks.WHATSAPP_APP_SECRET }
      : null,
  };
}

function readFcm(env: Environment, production: boolean): FcmSettings | null {
  const schemes = production ? ['https'] : ['https', 'http'];
  const group = env.group(['FCM_PROJECT_ID', 'FCM_SERVICE_ACCOUNT_FILE'], ['FCM_API_URL']);
  const apiUrl = env.url('FCM_API_URL', schemes) ?? 'https://fcm.googleapis.com';
  if (group === undefined) return null;
  try {
    const protocols = schemes.map((scheme) => `${scheme}:`);
    const account = readServiceAccount(resolve(group.FCM_SERVICE_ACCOUNT_FILE), protocols);
    return { projectId: group.FCM_PROJECT_ID, apiUrl, account };
  } catch (error) {
    if (!(error instanceof UnusableServiceAccount)) throw error;
    env.refuse('FCM_SERVICE_ACCOUNT_FILE', error.message);
    return null;
  }
}

function readStorage(env: Environment): S3Settings | null {
  const required = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const group = env.group(required, ['S3_ENDPOINT', 'S3_FORCE_PATH_STYLE', 'S3_PREFIX']);
  const endpoint = env.url('S3_ENDPOINT', ['https', 'http']);
  // Few services of one's own have a host for each bucket.
  const forcePathStyle = env.flag('S3_FORCE_PATH_STYLE', endpoint !== undefined);
  const prefix = env.text('S3_PREFIX')?.replace(/\/+$/, '') ?? '';
  if (!/^(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?$/.test(prefix) || prefix.length > 200) {
    env.refuse('S3_PREFIX', 'must be folders of letters, digits, - and _, such as ocorrencias/anexos');
  }
  if (group === undefined) return null;
  return {
    bucket: group.S3_BUCKET,
    region: group.S3_REGION,
    endpoint: endpoint ?? null,
    forcePathStyle,
    prefix: prefix === '' ? '' : `${prefix}/`,
    accessKeyId: group.S3_ACCESS_KEY_ID,
    secretAccessKey: group.S3_SECRET_ACCESS_KEY,
  };
}

/** The address that links carry. `port` is the one it listens on, which is another than configured where that was 0. */
export function publicUrlOf(config: Pick<Config, 'host' | 'publicUrl'>, port: number): string {
  if (config.publicUrl !== null) return config.publicUrl;
  // A wildcard is where it listens, not where anybody can go.
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}

/**
 * The process's variables and, in development, those of `.env` that it does not set itself.
 * @throws ConfigError where `.env` names another mode: other libraries would not see it, and half of it would apply.
 */
export function loadEnvironment(file: string = resolve('.env')): NodeJS.ProcessEnv {
  const inDevelopment = ['development', '', undefined].includes(process.env.NODE_ENV);
  if (!inDevelopment || !existsSync(file)) return { ...process.env };
  const { NODE_ENV, ...fromFile } = parseEnv(readFileSync(file, 'utf8'));
  if (NODE_ENV !== undefined && NODE_ENV !== 'development') {
    throw new ConfigError(['NODE_ENV: is set in .env, which is read in development alone; set it for the process']);
  }
  return { ...fromFile, ...process.env };
}

/** @throws ConfigError with all problems at once. */
export const loadConfig = (): Config => readConfig(loadEnvironment());

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
