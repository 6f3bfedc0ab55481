import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

// ocr_<slug>_<36 random letters and digits><6 of their check sum>: what scanners for secrets find by its shape, and what
// is told from a guess or a slip without asking the database.

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const randomLength = 36;
const checkLength = 6;
const shape = /^(ocr_([a-z][a-z0-9-]{0,62})_[0-9A-Za-z]{36})([0-9A-Za-z]{6})$/;

/** What every such token begins with. */
export const apiTokenPrefix = 'ocr_';

/** A new token of that operator: 214 bits that nobody can guess. */
export function newTokenText(operatorSlug: string): string {
  const random = Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  const body = `${apiTokenPrefix}${operatorSlug}_${random}`;
  return body + checkOf(body);
}

/** The operator that the token says it is of; null where it is none that was ever made here. */
export function operatorSlugOf(text: string): string | null {
  const [, body, slug, check] = shape.exec(text) ?? [];
  return body !== undefined && checkOf(body) === check ? slug! : null;
}

/** What is kept of a token. It is random, so that one plain hash is as good as a slow one. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

function checkOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let i = 0; i < checkLength; i++) {
    text = alphabet[rest % alphabet.length]! + text;
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}
