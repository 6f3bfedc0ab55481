import { randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A signing secret as Standard Webhooks has it: 24 to 64 bytes in base64 behind `whsec_`. */
export const newHookSecret = (): string => prefix + randomBytes(32).toString('base64');

/** What a secret is shown as; given back, it means the stored one. */
export const secretMask = `${prefix}********`;

export function isHookSecret(value: unknown): boolean {
  if (typeof value !== 'string' || !value.startsWith(prefix)) return false;
  const encoded = value.slice(prefix.length).replace(/={1,2}$/, '');
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === encoded && bytes.length >= 24 && bytes.length <= 64;
}
