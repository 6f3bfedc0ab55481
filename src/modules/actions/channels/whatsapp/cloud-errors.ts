import { type Answer, fieldOf } from '../answer.js';
import type { Sent } from '../channel.js';

// https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes

/** What Meta calls them. Its own texts are not passed on: some name numbers, one the token. */
const titles: ReadonlyMap<number, string> = new Map([
  [0, 'AuthException'],
  [1, 'API unknown'],
  [2, 'API service'],
  [3, 'API method'],
  [4, 'API too many calls'],
  [10, 'Permission denied'],
  [33, 'Parameter value is not valid'],
  [100, 'Invalid parameter'],
  [190, 'Access token has expired'],
  [368, 'Temporarily blocked for policies violations'],
  [80_007, 'Rate limit issues'],
  [130_429, 'Rate limit hit'],
  [130_472, "User's number is part of an experiment"],
  [130_497, 'Business account is restricted from messaging users in this country'],
  [131_000, 'Something went wrong'],
  [131_005, 'Access denied'],
  [131_008, 'Required parameter is missing'],
  [131_009, 'Parameter value is not valid'],
  [131_016, 'Service unavailable'],
  [131_021, 'Recipient cannot be sender'],
  [131_026, 'Message undeliverable'],
  [131_030, 'Recipient phone number not in allowed list'],
  [131_031, 'Account has been locked'],
  [131_037, 'Display name not approved'],
  [131_042, 'Business eligibility payment issue'],
  [131_045, 'Incorrect certificate'],
  [131_047, 'Re-engagement message'],
  [131_048, 'Spam rate limit hit'],
  [131_049, 'Meta chose not to deliver'],
  [131_050, 'User has stopped marketing messages'],
  [131_051, 'Unsupported message type'],
  [131_056, 'Pair rate limit hit'],
  [131_057, 'Account in maintenance mode'],
  [132_000, 'Template param count mismatch'],
  [132_001, 'Template does not exist'],
  [132_005, 'Template hydrated text too long'],
  [132_007, 'Template format character policy violated'],
  [132_012, 'Template parameter format mismatch'],
  [132_015, 'Template is paused'],
  [132_016, 'Template is disabled'],
  [133_004, 'Server temporarily unavailable'],
  [133_010, 'Phone number not registered'],
  [135_000, 'Generic user error'],
]);

/** Those that pass by themselves, with the seconds that should pass before the next attempt. */
const passing: ReadonlyMap<number, number> = new Map([
  [1, 0],
  [2, 0],
  [4, 900],
  [80_007, 900],
  [130_429, 60],
  [131_000, 0],
  [131_016, 0],
  [131_048, 3_600],
  [131_056, 60],
  [131_057, 900],
  [133_004, 0],
]);

const longestWaitSeconds = 24 * 3_600;

/** Code and title: "131026 Message undeliverable". */
export function describeError(code: unknown): string {
  if (!Number.isSafeInteger(code)) return 'without a code';
  const title = titles.get(Number(code));
  return title === undefined ? String(Number(code)) : `${Number(code)} ${title}`;
}

/** How an attempt ends that the Cloud API did not take. */
export function refusedBy({ status, retryAfter, body }: Answer, now: Date): Sent {
  const error = fieldOf(body, 'error');
  const code = fieldOf(error, 'code');
  const known = Number.isSafeInteger(code);
  const outcome = known ? String(Number(code)) : String(status);
  const detail = known ? describeError(code) : null;
  const wait = passing.get(Number(known ? code : Number.NaN));
  const passes = wait !== undefined || status >= 500 || fieldOf(error, 'is_transient') === true;
  // Without a code it is not the Cloud API that speaks, but something on the way.
  if (known && !passes) return { state: 'FAILED', outcome, detail };
  const asked = /^\d{1,6}$/.test(retryAfter ?? '') ? Math.min(Number(retryAfter), longestWaitSeconds) : 0;
  const notBefore = new Date(now.getTime() + Math.max(asked, wait ?? 0) * 1_000);
  return { state: 'RETRY', outcome, detail, notBefore };
}
