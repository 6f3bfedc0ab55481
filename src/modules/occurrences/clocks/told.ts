import type { OccurrenceState, SlaState } from '../state.js';
import { type Deadline, type Standing, stateAt } from './deadline.js';
import { standingOf } from './sla.js';

/** How the clocks stand as the log has told it last, kept with the occurrence; null: there is no such clock, or nothing was told yet. */
export interface ToldStates {
  readonly slaState: SlaState | null;
  readonly regulatoryState: SlaState | null;
}

type Clocked = Pick<OccurrenceState, 'sla' | 'regulatoryAnswer' | 'answeredAt'>;

interface Clock {
  readonly deadline: Deadline;
  readonly standing: Standing;
}

const ownClock = ({ sla }: Clocked): Clock | null => sla && { deadline: sla, standing: standingOf(sla) };

const regulatorsClock = ({ regulatoryAnswer: deadline, answeredAt: stoppedAt }: Clocked): Clock | null =>
  deadline && { deadline, standing: { stoppedAt, pausedAt: null } };

const stateOfClock = (clock: Clock | null, now: Date): SlaState | null =>
  clock && stateAt(clock.deadline, clock.standing, now);

/** What the first event of an occurrence tells. */
export const statesAt = (clocked: Clocked, now: Date): ToldStates => ({
  slaState: stateOfClock(ownClock(clocked), now),
  regulatoryState: stateOfClock(regulatorsClock(clocked), now),
});

/**
 * What the event of a change tells: of the clocks that it touches, how they stand by it; of the others what was told
 * before, so that what time alone has done to them is told by an event of its own.
 */
export function statesOnward(before: Clocked, after: Clocked & ToldStates, now: Date): ToldStates {
  const states = statesAt(after, now);
  const answerTouched =
    before.regulatoryAnswer !== after.regulatoryAnswer || before.answeredAt?.getTime() !== after.answeredAt?.getTime();
  return {
    slaState: before.sla === after.sla ? after.slaState : states.slaState,
    regulatoryState: answerTouched ? states.regulatoryState : after.regulatoryState,
  };
}

/** A state that time alone has changed. */
export interface Overtaken {
  readonly clock: 'SLA' | 'REGULATORY';
  readonly from: SlaState | null;
  readonly to: SlaState;
}

/** What was told and holds no longer at an instant; a state that was skipped over is not told any more. */
export function overtakenAt(state: Clocked & ToldStates, now: Date): Overtaken[] {
  return clocksOf(state).flatMap(({ clock, of, told }) => {
    const at = nextChangeOf(of, told);
    return at && at <= now ? [{ clock, from: told, to: stateAt(of.deadline, of.standing, now) }] : [];
  });
}

/** When what was told holds no longer, if nothing but time passes; null: it holds for good. */
export function nextChangeAt(state: Clocked & ToldStates): Date | null {
  const instants = clocksOf(state).flatMap(({ of, told }) => nextChangeOf(of, told)?.getTime() ?? []);
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

function clocksOf(state: Clocked & ToldStates) {
  const [own, regulators] = [ownClock(state), regulatorsClock(state)];
  return [
    ...(own ? [{ clock: 'SLA', of: own, told: state.slaState } as const] : []),
    ...(regulators ? [{ clock: 'REGULATORY', of: regulators, told: state.regulatoryState } as const] : []),
  ];
}

function nextChangeOf({ deadline, standing }: Clock, told: SlaState | null): Date | null {
  if (told === null) return new Date(deadline.startedAt);
  const still = standing.stoppedAt ?? standing.pausedAt;
  // A version of the product that kept no states may have changed it since.
  if (still) return stateAt(deadline, standing, still) === told ? null : still;
  switch (told) {
    case 'ON_TRACK':
      return new Date(deadline.warnAt);
    case 'AT_RISK':
      return new Date(Date.parse(deadline.dueAt) + 1);
    case 'BREACHED':
      return null;
    case 'PAUSED':
    case 'MET':
      return new Date(deadline.startedAt);
  }
}
