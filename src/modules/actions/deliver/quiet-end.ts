import { DateTime } from 'luxon';
import type { QuietHours } from '../../operators/index.js';

/** When the quiet hours end that `now` is within; null: it is within none. */
export function quietEnd(now: Date, quietHours: QuietHours | null | undefined, timeZone: string): Date | null {
  if (!quietHours) return null;
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const time = local.toFormat('HH:mm');
  const { from, to } = quietHours;
  const overnight = from > to;
  const within = overnight ? time >= from || time < to : time >= from && time < to;
  if (!within) return null;
  const lastDay = overnight && time >= from ? local.plus({ days: 1 }) : local;
  const [hour, minute] = to.split(':').map(Number) as [number, number];
  const end = lastDay.set({ hour, minute, second: 0, millisecond: 0 });
  // Where clocks are set back that minute comes twice: the one that is yet to come.
  return end
    .getPossibleOffsets()
    .map((possible) => possible.toJSDate())
    .toSorted((one, other) => one.getTime() - other.getTime())
    .find((at) => at > now)!;
}
