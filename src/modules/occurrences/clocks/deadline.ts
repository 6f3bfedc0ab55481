import type { Calendar } from '../../calendar/index.js';
import type { SlaState } from '../state.js';

/** A deadline as it is kept with its occurrence, as JSON: with the calendar that it was made with. Instants are RFC 3339. */
export interface Deadline {
  readonly calendar: Calendar;
  readonly startedAt: string;
  /** At risk from this instant on. */
  readonly warnAt: string;
  /** The last instant that is in time. */
  readonly dueAt: string;
}

/** Since when nothing is counted any more, and since when it stands still. */
export interface Standing {
  readonly stoppedAt: Date | null;
  readonly pausedAt: Date | null;
}

/** How a deadline stands. What was late once stays so, whatever comes after. */
export function stateAt({ warnAt, dueAt }: Deadline, { stoppedAt, pausedAt }: Standing, now: Date): SlaState {
  const counted = stoppedAt ?? pausedAt ?? now;
  if (counted > new Date(dueAt)) return 'BREACHED';
  if (stoppedAt) return 'MET';
  if (pausedAt) return 'PAUSED';
  return counted >= new Date(warnAt) ? 'AT_RISK' : 'ON_TRACK';
}
