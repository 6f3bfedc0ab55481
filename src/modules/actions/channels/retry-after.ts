/** Nobody is waited for longer than the schedule itself waits. */
const longestMs = 10 * 3_600_000;

/** The instant that a Retry-After header asks for: seconds, or a date. Undefined for what is neither. */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const at = /^\d{1,10}$/.test(text) ? now.getTime() + Number(text) * 1_000 : dateOf(text);
  return Number.isNaN(at) ? undefined : new Date(Math.min(at, now.getTime() + longestMs));
}

/** HTTP dates begin with the name of the day; `Date.parse` alone takes much else. */
const dateOf = (text: string): number => (/^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN);
