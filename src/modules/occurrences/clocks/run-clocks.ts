import type { Calendars } from '../../calendar/index.js';
import type { OccurrenceType, Status } from '../../workflow/model.js';
import type { OccurrenceState } from '../state.js';
import { regulatoryAnswer } from './regulatory-answer.js';
import { type Demand, type Sla, slaAfter, standingOf, startSla } from './sla.js';
import type { ToldStates } from './told.js';

/** The clocks of an occurrence that has just been created in a status. */
export function startClocks(state: Unclocked, type: OccurrenceType, status: Status, calendars: Calendars) {
  const { regulatoryKind, createdAt } = state;
  const started = type.sla && startSla(type.sla, calendars.own, createdAt);
  return {
    sla: started && slaAfter(started, demandOf(started.policy.metric, state, status), createdAt),
    regulatoryAnswer: regulatoryAnswer(regulatoryKind, calendars.regulatory, createdAt),
  };
}

type Unclocked = Omit<OccurrenceState, 'sla' | 'regulatoryAnswer' | keyof ToldStates>;

/** The operator's clock after a change. A status that is configured anew changes nothing for what is in it already. */
export function slaOnward(before: OccurrenceState, after: OccurrenceState, status: Status, now: Date) {
  const moved = before.statusId !== after.statusId || before.attendanceStartedAt !== after.attendanceStartedAt;
  const { sla } = after;
  // A first response is not taken back: there is nothing to keep any more.
  const answered =
    sla?.stoppedAt !== null && sla?.policy.metric === 'FIRST_RESPONSE' && before.attendanceStartedAt !== null;
  return sla && moved && !answered ? slaAfter(sla, demandOf(sla.policy.metric, after, status), now) : sla;
}

/** Whoever waits for a first response waits no longer once it is resolved or closed without one. */
function demandOf(metric: 'RESOLUTION' | 'FIRST_RESPONSE', state: Unclocked, status: Status): Demand {
  const ended = state.resolvedAt !== null || state.closedAt !== null;
  const answered = metric === 'FIRST_RESPONSE' && state.attendanceStartedAt !== null;
  return { stopped: ended || answered, paused: status.pausesSla, statusId: status.id };
}

/** The earliest due date of those clocks that run; null: none does. One that stands still is due at no instant yet. */
export function nextDueAt({ sla, regulatoryAnswer: answer, answeredAt }: Clocked): Date | null {
  const due: number[] = [];
  if (answer && !answeredAt) due.push(Date.parse(answer.dueAt));
  if (sla && isRunning(sla)) due.push(Date.parse(sla.dueAt));
  return due.length === 0 ? null : new Date(Math.min(...due));
}

type Clocked = Pick<OccurrenceState, 'sla' | 'regulatoryAnswer' | 'answeredAt'>;

function isRunning(sla: Sla): boolean {
  const { stoppedAt, pausedAt } = standingOf(sla);
  return stoppedAt === null && pausedAt === null;
}
