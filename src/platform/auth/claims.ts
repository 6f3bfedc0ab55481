import type { JWTPayload } from 'jose';
import { InvalidToken } from './invalid-token.js';
import { canCombine, scopes, type Scope } from './permissions.js';
import { roles, type Role } from './roles.js';
import type { ClaimNames } from './settings.js';

/** Who a verified token speaks for. */
export interface Identity {
  readonly operatorSlug: string;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  /** Exactly the token's `exp`, without tolerance. */
  readonly expiresAt: Date;
  /** Of the API token that this is, which may be revoked before it expires; tokens of a provider have none. */
  readonly apiTokenDigest?: string;
  /** Personal data: never in a log. */
  readonly claims: { readonly membershipNumber?: string; readonly email?: string; readonly phone?: string };
}

/** @throws InvalidToken for claims that make nobody. */
export function identityFrom(payload: JWTPayload, names: ClaimNames): Identity {
  const subject = line(payload.sub, 255) ?? missing('sub');
  const found = words(claim(payload, names.roles)).map((word) => word.toUpperCase());
  const known = roles.filter((role) => found.includes(role));
  if (known.length === 0) throw new InvalidToken('no role that is known');
  if (!canCombine(known)) throw new InvalidToken('BENEFICIARY combines with no other role');
  const granted = words(claim(payload, names.scopes));
  return {
    operatorSlug: line(claim(payload, names.operator), 100) ?? missing('operator'),
    subject,
    name: line(claim(payload, names.name), 255) ?? subject,
    roles: known,
    scopes: scopes.filter((scope) => granted.includes(scope)),
    expiresAt: instant(payload.exp),
    claims: {
      ...optional('membershipNumber', line(payload.membership_number, 100)),
      ...optional('email', payload.email_verified === false ? undefined : email(payload.email)),
      ...optional('phone', payload.phone_number_verified === false ? undefined : line(payload.phone_number, 100)),
    },
  };
}

const missing = (what: string): never => {
  throw new InvalidToken(`no usable ${what}`);
};

/** The claim of that very name first: names such as `https://example.org/roles` have dots too. */
function claim(payload: JWTPayload, name: string): unknown {
  return own(payload, name) ?? name.split('.').reduce(own, payload);
}

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/** A text that fits a line; control characters would fail in the database, or forge lines in a log. */
function line(value: unknown, maximum: number): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > maximum || /\p{Cc}/u.test(text) ? undefined : text;
}

/** Roughly: one that could never be written to is left out rather than kept. */
function email(value: unknown): string | undefined {
  const text = line(value, 255);
  return text !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined;
}

function words(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/);
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function instant(seconds: number | undefined): Date {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? missing('exp') : date;
}

const optional = <K extends string>(key: K, value: string | undefined): { [_ in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { [_ in K]?: string };
