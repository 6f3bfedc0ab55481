/** The registry of what a user can mend: every code that `userErrors` may carry, with its meaning. */
export const userErrorCodes = {
  NOT_FOUND: 'What is named does not exist, or not for this caller.',
  INVALID: 'A value that is malformed or out of range.',
  REQUIRED: 'A value that is missing.',
  TAKEN: 'A key, a name or a number that exists already, or could.',
  CONFLICT:
    'Somebody else changed the same thing since `expectedVersion`; the payload carries the occurrence as it is now.',
  TRANSITION_NOT_ALLOWED: 'The status cannot be reached from the present one.',
  ROLE_NOT_ALLOWED: "The caller's role may not move an occurrence into the status.",
  STATUS_INACTIVE: 'The status takes no part any more.',
  OCCURRENCE_CLOSED: 'A closed occurrence takes nothing but reopening.',
  ATTENDANCE_NOT_ALLOWED: 'The type has no attendance: systems alone move its status.',
  COMMENT_REQUIRED: 'The status needs a comment.',
  DENIAL_BASIS_REQUIRED: 'The status needs the contract clause or legal provision, in writing.',
  GENERIC_ANSWER: 'A conclusive status with a text that concludes nothing ("em análise").',
  TAB_INCOMPLETE: 'A required tab has no entry.',
  TAB_SINGLE_ENTRY: 'The tab takes one entry and has it.',
  FORM_INVALID: 'The data does not satisfy the form; one error for each place, with its path.',
  VIEW_MODE_MISMATCH: 'A CHAT type outside the chat, and the like.',
  IDEMPOTENCY_MISMATCH: 'The same key with another content.',
  IN_USE: 'It cannot be deactivated or changed while something needs it.',
  NOT_AVAILABLE: 'This server is not set up for it, or there is no more of it.',
  TOO_LATE: 'The time in which it could be done is over.',
} as const;

export type UserErrorCode = keyof typeof userErrorCodes;

/** What a user can mend: returned, never thrown. `path` leads from the mutation's arguments to the value at fault. */
export interface Problem {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly path?: readonly string[];
  /** For clients that need more than code, message and path: the fields of the typed members of `UserError`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const problem = (code: UserErrorCode, message: string, path?: readonly string[]): Problem => ({
  code,
  message,
  ...(path && { path }),
});

/** A value, or the reasons why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const refusal = (...problems: Problem[]): { readonly ok: false; readonly problems: Problem[] } => ({
  ok: false,
  problems,
});
