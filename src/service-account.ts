import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a service account of Google signs in with. */
export interface ServiceAccount {
  readonly clientEmail: string;
  readonly privateKey: string;
  readonly privateKeyId: string | null;
  /** Where its signature is exchanged for an access token. */
  readonly tokenUri: string;
}

/** Why a file is none that can be used. Nothing of what it holds is in the message. */
export class UnusableServiceAccount extends Error {
  override readonly name = 'UnusableServiceAccount';
}

/** Reads the JSON file that Google makes for a key. @throws UnusableServiceAccount */
export function readServiceAccount(file: string, schemes: readonly string[]): ServiceAccount {
  const { client_email: clientEmail, private_key: privateKey, private_key_id: id, token_uri: tokenUri } = parse(file);
  if (typeof clientEmail !== 'string' || !clientEmail.includes('@')) throw unusable('has no client_email');
  if (typeof privateKey !== 'string' || !isRsaKey(privateKey)) throw unusable('has no RSA key as its private_key');
  if (typeof tokenUri !== 'string' || !URL.canParse(tokenUri) || !schemes.includes(new URL(tokenUri).protocol)) {
    throw unusable(`has no token_uri that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`);
  }
  return { clientEmail, privateKey, privateKeyId: typeof id === 'string' ? id : null, tokenUri };
}

const unusable = (why: string) => new UnusableServiceAccount(`the file ${why}: it is no key of a service account`);

function parse(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UnusableServiceAccount(`the file cannot be read (${(error as { code?: string }).code ?? 'no reason'})`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // The parser's own message would quote the file.
  }
  throw unusable('is no JSON object');
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
