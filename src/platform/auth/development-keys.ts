import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import type { Scope } from './permissions.js';
import type { Role } from './roles.js';
import { defaultClaimNames } from './settings.js';

export const developmentIssuer = 'ocorrencias-development';
export const developmentAudience = 'ocorrencias';

export interface DevelopmentKeys {
  readonly privateKey: JWK;
  readonly publicKeys: JSONWebKeySet;
}

/** The key pair of the data directory, made at the first call; processes that come at once agree on one. */
export async function developmentKeys(dataDir: string): Promise<DevelopmentKeys> {
  const file = join(dataDir, 'dev-keys.json');
  const privateKey = (await storedKey(file)) ?? (await storeKey(file, await newKey()));
  const { d: _secret, ...publicKey } = privateKey;
  return { privateKey, publicKeys: { keys: [publicKey] } };
}

async function storedKey(file: string): Promise<JWK | undefined> {
  const text = await readFile(file, 'utf8').catch(unlessCode('ENOENT'));
  if (text === undefined) return undefined;
  try {
    const key = JSON.parse(text) as JWK;
    if (key.kty === 'OKP' && typeof key.d === 'string' && typeof key.x === 'string') return key;
  } catch {
    // Said below, like any other content that is no key.
  }
  throw new Error(`${file} holds no development key: delete it, and a new one is made`);
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint(key) };
}

/** Written whole under another name, then linked, which fails where the file exists: whoever came first has made it. */
async function storeKey(file: string, key: JWK): Promise<JWK> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(join(file, '..'), { recursive: true });
  try {
    await writeFile(draft, JSON.stringify(key), { mode: 0o600, flag: 'wx', flush: true });
    await link(draft, file).catch(unlessCode('EEXIST'));
  } finally {
    await rm(draft, { force: true });
  }
  return (await storedKey(file)) ?? storeKey(file, key);
}

const unlessCode =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error;
  };

export interface DevelopmentTokenRequest {
  readonly dataDir: string;
  readonly operator: string;
  readonly role: Role;
  readonly subject: string;
  readonly name: string;
  readonly scopes?: readonly Scope[];
  readonly membershipNumber?: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly now: Date;
}

/** A token that this server alone accepts, and only while it has no provider. */
export async function issueDevelopmentToken(request: DevelopmentTokenRequest): Promise<string> {
  const { privateKey } = await developmentKeys(request.dataDir);
  const issuedAt = Math.floor(request.now.getTime() / 1000);
  return new SignJWT({
    [defaultClaimNames.operator]: request.operator,
    [defaultClaimNames.roles]: [request.role],
    [defaultClaimNames.name]: request.name,
    ...(request.scopes && request.scopes.length > 0 && { [defaultClaimNames.scopes]: request.scopes.join(' ') }),
    ...(request.membershipNumber !== undefined && { membership_number: request.membershipNumber }),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: privateKey.kid, typ: 'JWT' })
    .setIssuer(developmentIssuer)
    .setAudience(developmentAudience)
    .setSubject(request.subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + request.expiresIn)
    .sign(privateKey);
}
