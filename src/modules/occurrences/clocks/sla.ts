import {
  afterCounted,
  type Calendar,
  type Counting,
  countedMs,
  lastInstant,
  type Pause,
} from '../../calendar/index.js';
import type { SlaPolicy, SlaUnit } from '../../workflow/model.js';
import type { Deadline, Standing } from './deadline.js';

/** The operator's own deadline with the policy that it was made with, and all that stopped its clock since. */
export interface Sla extends Deadline {
  readonly policy: SlaPolicy;
  /** In order; the last is open (`until` null) while the clock stands still. Time after a stop that was taken back is one, too. */
  readonly pauses: readonly SlaPause[];
  readonly stoppedAt: string | null;
  /** While it is stopped. */
  readonly stays?: readonly Stay[];
}

interface SlaPause {
  readonly from: string;
  readonly until: string | null;
  readonly stays?: readonly Stay[];
}

/** In which status a clock stood still since when; those that came to stand before these were kept have none. */
interface Stay {
  readonly statusId: string;
  readonly since: string;
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

export const pausesOf = ({ pauses }: Pick<Sla, 'pauses'>): Pause[] => pauses.flatMap(staysOf);

/** One pause a status. */
function staysOf({ from, until, stays = [] }: SlaPause): Pause[] {
  const begun: readonly Begun[] = stays.length === 0 ? [{ since: from, statusId: null }] : stays;
  return begun.map(({ since, statusId }, index) => {
    const end = begun[index + 1]?.since ?? until;
    return { from: new Date(since), until: end === null ? null : new Date(end), by: statusId };
  });
}

interface Begun {
  readonly since: string;
  readonly statusId: string | null;
}

export const standingOf = ({ stoppedAt, pauses }: Pick<Sla, 'stoppedAt' | 'pauses'>): Standing => {
  const last = pauses.at(-1);
  return {
    stoppedAt: stoppedAt === null ? null : new Date(stoppedAt),
    pausedAt: last?.until === null ? new Date(last.from) : null,
  };
};

export interface Demand {
  /** What had to happen has happened. */
  readonly stopped: boolean;
  readonly paused: boolean;
  /** Of the status that it is in. */
  readonly statusId: string;
}

/** The clock once the occurrence has changed. While it stands still its deadline stays as it was when it came to stand. */
export function slaAfter(sla: Sla, { stopped, paused, statusId }: Demand, now: Date): Sla {
  const { stoppedAt, pausedAt } = standingOf(sla);
  const settled = stoppedAt ? stopped : !stopped && paused === (pausedAt !== null);
  const stay = { statusId, since: now.toISOString() };
  if (settled) return staying(sla, stay);
  const at = stay.since;
  const { stays, ...rest } = sla;
  const closed = sla.pauses.map((pause) => ({ ...pause, until: pause.until ?? at }));
  const pauses = sla.stoppedAt === null ? closed : [...closed, { from: sla.stoppedAt, until: at, stays: stays ?? [] }];
  const next = timed({ ...rest, pauses, stoppedAt: stopped ? at : null });
  if (stopped) return { ...next, stays: [stay] };
  return paused ? { ...next, pauses: [...pauses, { from: at, until: null, stays: [stay] }] } : next;
}

/** A clock that goes on standing still, perhaps in another status. */
function staying(sla: Sla, stay: Stay): Sla {
  const last = sla.pauses.at(-1);
  if (sla.stoppedAt !== null) return withStay(sla, stay);
  return last?.until === null ? { ...sla, pauses: [...sla.pauses.slice(0, -1), withStay(last, stay)] } : sla;
}

const withStay = <T extends { readonly stays?: readonly Stay[] }>(still: T, stay: Stay): T => {
  const stays = still.stays ?? [];
  return stays.length === 0 || stays.at(-1)?.statusId === stay.statusId ? still : { ...still, stays: [...stays, stay] };
};

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
