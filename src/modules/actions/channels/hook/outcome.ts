import { STATUS_CODES } from 'node:http';
import type { Sent } from '../channel.js';
import { isRefusedAddress } from './hook-agents.js';
import type { Answer } from './post.js';
import { retryAfter } from '../retry-after.js';

type Again = Extract<Sent, { state: 'RETRY' }>;

const again = (outcome: string, detail: string | null): Again => ({ state: 'RETRY', outcome, detail });

export const refused = (detail: string): Sent => ({ state: 'FAILED', outcome: 'refused address', detail });

/** What an answer means. Only its status and Retry-After count; its text is never kept. */
export function outcomeOf({ status, retryAfter: asked }: Answer, now: Date): Sent {
  if (status >= 200 && status < 300) return { state: 'DELIVERED', outcome: 'delivered', detail: described(status) };
  if (status >= 300 && status < 400) return again(String(status), 'Redirects are not followed.');
  const notBefore = status === 429 || status === 503 ? retryAfter(asked, now) : undefined;
  return { ...again(String(status), described(status)), ...(notBefore && { notBefore }) };
}

const described = (status: number): string => [status, STATUS_CODES[status]].filter(Boolean).join(' ');

/** What it means that no answer came. */
export function outcomeOfFault(error: unknown): Sent {
  if (isRefusedAddress(error)) {
    return refused('The host leads to a loopback, link-local or private address, where hooks do not go.');
  }
  const code = codeOf(error);
  if (code === undefined) throw error;
  return again(nameOf(code), code);
}

const names: readonly (readonly [RegExp, string])[] = [
  [/^(ENOTFOUND|EAI_\w+|ENODATA)$/, 'name not found'],
  [/^ECONNREFUSED$/, 'connection refused'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'connection closed'],
  [/^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL|EACCES|EPERM|EINVAL)$/, 'unreachable'],
  [/^(HPE_|ERR_HTTP)/, 'no HTTP answer'],
  [/^(EPROTO|ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|ERR_OSSL|HOSTNAME_)/, 'TLS failed'],
];

const nameOf = (code: string): string => names.find(([pattern]) => pattern.test(code))?.[1] ?? 'failed';

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code.slice(0, 64) : undefined;
}
