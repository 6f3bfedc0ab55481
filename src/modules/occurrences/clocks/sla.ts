import { afterCounted, type Calendar, type Counting, countedMs, lastInstant } from '../../calendar/index.js';
import type { SlaPolicy, SlaUnit } from '../../workflow/model.js';
import type { Deadline, Standing } from './deadline.js';

/** The operator's own deadline with the policy that it was made with, and all that stopped its clock since. */
export interface Sla extends Deadline {
  readonly policy: SlaPolicy;
  /** In order; the last is open (`until` null) while the clock stands still. Time after a stop that was taken back is one, too. */
  readonly pauses: readonly SlaPause[];
  readonly stoppedAt: string | null;
}

interface SlaPause {
  readonly from: string;
  readonly until: string | null;
}

const minuteMs = 60_000;

export const countingOf: Readonly<Record<SlaUnit, Counting>> = {
  MINUTES: 'ALL',
  HOURS: 'ALL',
  DAYS: 'ALL',
  BUSINESS_HOURS: 'BUSINESS_HOURS',
  BUSINESS_DAYS: 'BUSINESS_DAYS',
};

export const startSla = (policy: SlaPolicy, calendar: Calendar, startedAt: Date): Sla =>
  timed({ policy, calendar, startedAt: startedAt.toISOString(), pauses: [], stoppedAt: null });

export const pausesOf = ({ pauses }: Pick<Sla, 'pauses'>) =>
  pauses.map(({ from, until }) => ({ from: new Date(from), until: until === null ? null : new Date(until) }));

export const standingOf = (sla: Sla): Standing => {
  const last = pausesOf(sla).at(-1);
  return {
    stoppedAt: sla.stoppedAt === null ? null : new Date(sla.stoppedAt),
    pausedAt: last?.until === null ? last.from : null,
  };
};

export interface Demand {
  /** What had to happen has happened. */
  readonly stopped: boolean;
  readonly paused: boolean;
}

/** The clock once the occurrence has changed. While it stands still its deadline stays as it was when it came to stand. */
export function slaAfter(sla: Sla, { stopped, paused }: Demand, now: Date): Sla {
  const { stoppedAt, pausedAt } = standingOf(sla);
  const settled = stoppedAt ? stopped : !stopped && paused === (pausedAt !== null);
  if (settled) return sla;
  const at = now.toISOString();
  const closed = sla.pauses.map((pause) => ({ ...pause, until: pause.until ?? at }));
  const pauses = sla.stoppedAt === null ? closed : [...closed, { from: sla.stoppedAt, until: at }];
  const next = timed({ ...sla, pauses, stoppedAt: stopped ? at : null });
  return paused && !stopped ? { ...next, pauses: [...pauses, { from: at, until: null }] } : next;
}

/** With its instants, by its policy and what has paused it. */
function timed(sla: Omit<Sla, 'warnAt' | 'dueAt'>): Sla {
  const { policy, calendar } = sla;
  const count = {
    calendar,
    counting: countingOf[policy.unit],
    from: new Date(sla.startedAt),
    pauses: pausesOf(sla),
  };
  const dueAt = dueOf(policy, count);
  const whole = countedMs({ ...count, until: dueAt });
  const warnAt = afterCounted(count, Math.round((whole * policy.warnAtPercent) / 100));
  return { ...sla, warnAt: warnAt.toISOString(), dueAt: dueAt.toISOString() };
}

function dueOf({ amount, unit }: SlaPolicy, count: Parameters<typeof afterCounted>[0]): Date {
  switch (unit) {
    case 'MINUTES':
      return afterCounted(count, amount * minuteMs);
    case 'HOURS':
    case 'BUSINESS_HOURS':
      return afterCounted(count, amount * 60 * minuteMs);
    case 'DAYS':
    case 'BUSINESS_DAYS':
      return lastInstant({ ...count, days: amount, businessDaysOnly: unit === 'BUSINESS_DAYS' });
  }
}
