import type { Answer } from '../answer.js';
import { retryAfter } from '../retry-after.js';

/** Something that passes by itself, or once settings are mended: to be tried again. */
export interface Again {
  readonly outcome: 'unavailable' | 'timeout' | 'quota' | 'credentials';
  readonly detail: string;
  readonly notBefore?: Date;
}

/** The service asks for a minute at least where it has had too much. */
const quotaMs = 60_000;

/** What an answer means that is none of the service's own refusals. `word` is one of ours or of the service's codes; `refusals` speak of credentials. */
export function again(
  { status, retryAfter: asked }: Answer,
  now: Date,
  word: string,
  refusals: readonly number[] = [401, 403],
): Again {
  const outcome = refusals.includes(status) ? 'credentials' : status === 429 ? 'quota' : 'unavailable';
  const wanted = retryAfter(asked ?? undefined, now)?.getTime() ?? 0;
  const notBefore = Math.max(wanted, outcome === 'quota' ? now.getTime() + quotaMs : 0);
  return { outcome, detail: `${status} ${word}`, ...(notBefore > 0 && { notBefore: new Date(notBefore) }) };
}

/** What it means that no answer came. What fetch throws is not passed on: it may name the address. */
export function unanswered(error: unknown, within: AbortSignal, who: string): Again {
  if (within.aborted) return { outcome: 'timeout', detail: `${who} did not answer in time.` };
  if (error instanceof TypeError) return { outcome: 'unavailable', detail: `${who} cannot be reached.` };
  throw error;
}
