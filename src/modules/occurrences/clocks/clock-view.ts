import { countedMs } from '../../calendar/index.js';
import type { OccurrenceState, SlaState } from '../state.js';
import { type Deadline, type Standing, stateAt } from './deadline.js';
import { explainAnswer, explainSla } from './explain.js';
import { countingOf, pausesOf, standingOf } from './sla.js';

/** A deadline as it is shown at an instant; what takes counting is counted when it is asked for. */
export interface ClockView {
  readonly state: SlaState;
  readonly dueAt: Date;
  readonly remainingMinutes: number | null;
  readonly explanation: string;
}

export function slaView({ sla }: Pick<OccurrenceState, 'sla'>, now: Date): ClockView | null {
  if (!sla) return null;
  const standing = standingOf(sla);
  const counting = countingOf[sla.policy.unit];
  return {
    state: stateAt(sla, standing, now),
    dueAt: new Date(sla.dueAt),
    get remainingMinutes() {
      return remainingMinutes(sla, standing, now, { counting, pauses: pausesOf(sla).filter(({ until }) => until) });
    },
    get explanation() {
      return explainSla(sla);
    },
  };
}

type Answered = Pick<OccurrenceState, 'regulatoryAnswer' | 'regulatoryKind' | 'answeredAt'>;

export function answerView(answered: Answered, now: Date): ClockView | null {
  const { regulatoryAnswer: answer, regulatoryKind: kind, answeredAt: stoppedAt } = answered;
  if (!answer || !kind) return null;
  const standing = { stoppedAt, pausedAt: null };
  return {
    state: stateAt(answer, standing, now),
    dueAt: new Date(answer.dueAt),
    get remainingMinutes() {
      return remainingMinutes(answer, standing, now, { counting: 'BUSINESS_DAYS' });
    },
    get explanation() {
      return explainAnswer(kind, answer);
    },
  };
}

type Counted = Pick<Parameters<typeof countedMs>[0], 'counting' | 'pauses'>;

/** Of the time that the deadline counts, in whole minutes: what has begun is not left any more. */
function remainingMinutes({ calendar, dueAt }: Deadline, standing: Standing, now: Date, counted: Counted) {
  if (standing.stoppedAt) return null;
  const due = new Date(dueAt);
  // A clock that stands still would go on from where it came to stand.
  const at = standing.pausedAt ?? now;
  const late = at > due;
  const [from, until] = late ? [due, at] : [at, due];
  const milliseconds = countedMs({ ...counted, calendar, from, until });
  return Math.floor((late ? -milliseconds : milliseconds) / 60_000);
}
