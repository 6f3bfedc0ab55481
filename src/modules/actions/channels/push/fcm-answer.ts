import { type Answer, fieldOf } from '../answer.js';
import { again, type Again } from './again.js';

// https://firebase.google.com/docs/cloud-messaging/error-codes

/** What became of a push to one device. */
export type Tried =
  | { readonly kind: 'reached' }
  /** The service knows the token no more, or never did. */
  | { readonly kind: 'gone' }
  /** Trying again would change nothing. */
  | { readonly kind: 'refused'; readonly detail: string }
  | ({ readonly kind: 'again' } & Again);

const fcmError = 'type.googleapis.com/google.firebase.fcm.v1.FcmError';
const badRequest = 'type.googleapis.com/google.rpc.BadRequest';
const codes = [
  'UNSPECIFIED_ERROR',
  'INVALID_ARGUMENT',
  'UNREGISTERED',
  'SENDER_ID_MISMATCH',
  'QUOTA_EXCEEDED',
  'UNAVAILABLE',
  'INTERNAL',
  'THIRD_PARTY_AUTH_ERROR',
] as const;

export function triedBy(answer: Answer, now: Date): Tried {
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { kind: 'reached' };
  const error = fieldOf(body, 'error');
  const details = detailsOf(error);
  const named = details.find((detail) => fieldOf(detail, '@type') === fcmError);
  const code = codes.find((known) => known === fieldOf(named, 'errorCode'));
  // A 404 without that code is not about the device: the project or the address may be wrong.
  if (code === 'UNREGISTERED') return { kind: 'gone' };
  if (code === 'SENDER_ID_MISMATCH') return { kind: 'refused', detail: `${status} ${code}` };
  if (status === 400 && (code === 'INVALID_ARGUMENT' || fieldOf(error, 'status') === 'INVALID_ARGUMENT')) {
    return isAboutToken(error, details) ? { kind: 'gone' } : { kind: 'refused', detail: `${status} INVALID_ARGUMENT` };
  }
  return { kind: 'again', ...again(answer, now, code ?? 'without a code') };
}

function detailsOf(error: unknown): readonly unknown[] {
  const details = fieldOf(error, 'details');
  return Array.isArray(details) ? details : [];
}

/** The same code stands for a token that is none and for a message that is none: for the latter nobody loses a device. */
function isAboutToken(error: unknown, details: readonly unknown[]): boolean {
  const fields = details
    .filter((detail) => fieldOf(detail, '@type') === badRequest)
    .flatMap((detail) => fieldOf(detail, 'fieldViolations') ?? [])
    .map((violation) => fieldOf(violation, 'field'));
  if (fields.length > 0) return fields.every((field) => field === 'message.token');
  return /registration token is not a valid/i.test(String(fieldOf(error, 'message')));
}
