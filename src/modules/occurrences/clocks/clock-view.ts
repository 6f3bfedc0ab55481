import type { OccurrenceState, SlaState } from '../state.js';
import { type Course, remainingMinutesOf } from './course.js';
import { type Deadline, type Standing, stateAt } from './deadline.js';
import { explainAnswer, explainSla, type Reader } from './explanation/index.js';
import { countingOf, pausesOf, standingOf } from './sla.js';

/** A deadline as it is shown at an instant; what takes counting is counted when it is asked for. */
export interface ClockView {
  readonly state: SlaState;
  readonly dueAt: Date;
  readonly remainingMinutes: number | null;
  readonly course: Course;
  readonly explain: (reader: Reader) => string;
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
      return remainingMinutesOf(sla, standing, course);
    },
    explain: (reader) => explainSla(sla, { standing, course }, reader),
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
      return remainingMinutesOf(answer, standing, course);
    },
    explain: (reader) => explainAnswer(kind, answer, { standing, course }, reader),
  };
}

const courseOf = (
  { calendar, startedAt }: Deadline,
  { stoppedAt }: Standing,
  now: Date,
  counted: Pick<Course, 'counting' | 'pauses'>,
): Course => ({ ...counted, calendar, from: new Date(startedAt), until: stoppedAt ?? now });
