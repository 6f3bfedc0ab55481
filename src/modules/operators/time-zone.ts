/** Zones of the database that keep one offset, with its sign the wrong way round: `Etc/GMT+3` is three hours behind. */
const fixedOffset = /^(?:Etc\/)?GMT[+-]?\d/i;

/** Whether it names a zone of the IANA database that follows a place's clocks, or UTC: an offset such as `+03:00` does not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || fixedOffset.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
