import { countedMs } from '../../calendar/index.js';
import type { OccurrenceState, SlaState } from '../state.js';
import type { Course } from './course.js';
import { type Deadline, type Standing, stateAt } from './deadline.js';
import { explainAnswer, explainSla } from './explain.js';
import { countingOf, pausesOf, standingOf } from './sla.js';

/** A deadline as it is shown at an instant; what takes counting is counted when it is asked for. */
export interface ClockView {
  readonly state: SlaState;
  readonly dueAt: Date;
  readonly remainingMinutes: number | null;
  readonly course: Course;
  readonly explanation: string;
}

export function slaView({ sla }: Pick<OccurrenceState, 'sla'>, now: Date): ClockView | null {
  if (!sla) return null;
  const standing = standingOf(sla);
  const pauses = pausesOf(sla);
  const course = courseOf(sla, standing, now, { counting: countingOf[sla.policy.unit], pauses });
  return {
    state: stateAt(sla, standing, now),
    dueAt: new Date(sla.dueAt),
    course,
    get remainingMinutes() {
      return remainingMinutes(sla, standing, course);
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
  const course = courseOf(answer, standing, now, { counting: 'BUSINESS_DAYS' });
  return {
    state: stateAt(answer, standing, now),
    dueAt: new Date(answer.dueAt),
    course,
    get remainingMinutes() {
      return remainingMinutes(answer, standing, course);
    },
    get explanation() {
      return explainAnswer(kind, answer);
    },
  };
}

const courseOf = (
  { calendar, startedAt }: Deadline,
  { stoppedAt }: Standing,
  now: Date,
  counted: Pick<Course, 'counting' | 'pauses'>,
): Course => ({ ...counted, calendar, from: new Date(startedAt), until: stoppedAt ?? now });

/** Of the time that the deadline counts, in whole minutes: what has begun is not left any more. */
function remainingMinutes({ dueAt }: Deadline, { stoppedAt, pausedAt }: Standing, course: Course): number | null {
  if (stoppedAt) return null;
  const due = new Date(dueAt);
  // A clock that stands still would go on from where it came to stand.
  const at = pausedAt ?? course.until;
  const late = at > due;
  const [from, until] = late ? [due, at] : [at, due];
  const milliseconds = countedMs({
    ...course,
    pauses: course.pauses?.filter((pause) => pause.from < at) ?? [],
    from,
    until,
  });
  return Math.floor((late ? -milliseconds : milliseconds) / 60_000);
}
