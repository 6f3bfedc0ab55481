import { withClient } from '../../kit/database.js';
import type { RandomHistory } from './random-history.js';
import type { ReportedOperator } from './reported-operator.js';

// A second count of every figure, from the events alone and minute by minute: it shares no code with the product.

const minuteMs = 60_000;
const base = Date.UTC(2018, 9, 1);
const minutesKnown = 200 * 24 * 60;
const holidays = ['2018-10-12', '2018-11-02', '2018-11-15', '2018-12-25', '2019-01-01', '2019-04-21'];

interface Local {
  readonly date: string;
  readonly weekday: string;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localOf(zone: string, at: number): Local {
  if (!formats.has(zone)) {
    const numbers = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    formats.set(
      zone,
      new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', weekday: 'short', ...numbers }),
    );
  }
  const parts = Object.fromEntries(
    formats
      .get(zone)!
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    weekday: parts['weekday']!,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

const worksOn = ({ date, weekday }: Local): boolean => !['Sat', 'Sun'].includes(weekday) && !holidays.includes(date);

const isOfficeHour = (local: Local): boolean => worksOn(local) && local.minute >= 480 && local.minute < 1080;

/** That of the type `cadastro`. */
const isShiftHour = ({ date, weekday, minute }: Local): boolean =>
  ['Mon', 'Wed', 'Thu', 'Sat'].includes(weekday) &&
  !holidays.includes(date) &&
  date !== '2018-10-24' &&
  ((minute >= 360 && minute < 690) || minute >= 780);

/** How many business minutes have gone by at each minute since the base. */
function businessMinutes(zone: string, isBusiness: (local: Local) => boolean): Int32Array {
  const passed = new Int32Array(minutesKnown + 1);
  for (let half = 0; half < minutesKnown; half += 30) {
    const local = localOf(zone, base + half * minuteMs);
    const open = isBusiness(local) ? 1 : 0;
    for (let minute = half; minute < half + 30; minute++) passed[minute + 1] = passed[minute]! + open;
  }
  return passed;
}

const minuteOf = (at: number): number => (at - base) / minuteMs;
const dates = new Map<string, string>();

/** Asked again and again for the same instants. */
export function dateOf(zone: string, at: number): string {
  const key = `${zone} ${at}`;
  const date = dates.get(key) ?? localOf(zone, at).date;
  dates.set(key, date);
  return date;
}

interface EventRow {
  readonly occurrence_id: string;
  readonly kind: string;
  readonly occurred_at: Date;
  readonly payload: Record<string, any>;
  readonly after: { statusId: string; attendantId: string | null };
}

export interface Place {
  readonly typeId: string;
  readonly statusId: string;
  readonly attendantId: string | null;
}

export interface Fact extends Place {
  readonly kind: 'OPENED' | 'ATTENDED' | 'RESOLVED' | 'CLOSED' | 'REOPENED';
  readonly at: number;
  readonly resolved: boolean;
  readonly calendarMinutes: number;
  readonly businessMinutes: number;
}

export interface Life {
  readonly createdAt: number;
  /** Where it was since when, and whether it was open there. */
  readonly places: readonly (Place & { readonly since: number; readonly open: boolean })[];
  readonly facts: readonly Fact[];
  readonly sla: 'MET' | 'BREACHED' | 'PAUSED' | 'RUNNING' | null;
  readonly regulatory: 'IN_TIME' | 'LATE' | 'LATE_UNANSWERED' | 'PENDING' | null;
}

const regulatoryDays: Readonly<Record<string, number>> = { ASSISTENTIAL_OTHER: 5, NON_ASSISTENTIAL: 7, URGENT: 0 };

export async function recount({ app }: RandomHistory, operator: ReportedOperator): Promise<Life[]> {
  const rows = await withClient(app.testDatabase.ownerUrl, async (client) => {
    const sql = 'select * from occurrence_event where operator_id = $1 order by sequence';
    return (await client.query<EventRow>(sql, [operator.id])).rows;
  });
  const office = businessMinutes(operator.zone, isOfficeHour);
  const shifts = businessMinutes('America/Manaus', isShiftHour);
  const now = app.clock.now().getTime();
  return [...Map.groupBy(rows, (row) => row.occurrence_id).values()].map((events) =>
    lifeOf(events, { operator, office, shifts, now }),
  );
}

interface Known {
  readonly operator: ReportedOperator;
  readonly office: Int32Array;
  readonly shifts: Int32Array;
  readonly now: number;
}

function lifeOf(events: readonly EventRow[], { operator, office, shifts, now }: Known): Life {
  const createdAt = events[0]!.occurred_at.getTime();
  const firstStatus = operator.statuses.get(events[0]!.after.statusId)!;
  const { typeId } = firstStatus;
  const isReimbursement = typeId === operator.typeIds.reembolso;
  const passed = typeId === operator.typeIds.cadastro ? shifts : office;
  const isCall = typeId === operator.typeIds.ligacao;
  let [attended, resolved, closed] = [false, false, false];
  let answeredAt: number | null = null;
  let kind: string | null = isReimbursement ? 'NON_ASSISTENTIAL' : null;
  const facts: Fact[] = [];
  const places: (Place & { since: number; open: boolean })[] = [];
  /** What the clock of the promise does since when. */
  const clock: { since: number; does: 'RUN' | 'PAUSE' | 'STOP' }[] = [];
  for (const event of events) {
    const at = event.occurred_at.getTime();
    const place = { typeId, statusId: event.after.statusId, attendantId: event.after.attendantId };
    const fact = (of: Fact['kind']): void => {
      const [from, to] = [minuteOf(createdAt), minuteOf(at)];
      const times = { calendarMinutes: to - from, businessMinutes: passed[to]! - passed[from]! };
      facts.push({ kind: of, at, ...place, resolved, ...times });
    };
    const status = operator.statuses.get(place.statusId)!;
    const enters = ['CREATED', 'STATUS_CHANGED', 'REOPENED'].includes(event.kind);
    const reached: Fact['kind'][] = [];
    if (event.kind === 'CREATED') reached.push('OPENED');
    if (event.kind === 'REOPENED') {
      [resolved, closed] = [false, false];
      reached.push('REOPENED');
    }
    if (!attended && ((enters && status.startsAttendance) || event.payload['attendanceStarted'] === true)) {
      attended = true;
      reached.push('ATTENDED');
    }
    if (enters) {
      if (status.resolves && !resolved) reached.push('RESOLVED');
      if (status.closes && !closed) reached.push('CLOSED');
      [resolved, closed] = [status.resolves, status.closes];
      if (status.conclusive) answeredAt ??= at;
    }
    if (event.payload['regulatoryKind']) kind = event.payload['regulatoryKind'].after;
    reached.forEach(fact);
    places.push({ ...place, since: at, open: !closed });
    const stops = resolved || closed || (isCall && attended);
    clock.push({ since: at, does: stops ? 'STOP' : status.pausesSla ? 'PAUSE' : 'RUN' });
  }
  const promise = isReimbursement
    ? { minutes: 16 * 60, passed: office }
    : isCall
      ? { minutes: 1200, passed: null }
      : null;
  return {
    createdAt,
    places,
    facts,
    sla: promise && slaOf(clock, promise, now),
    regulatory: kind === null ? null : regulatoryOf({ createdAt, answeredAt, now, zone: operator.zone }, kind),
  };
}

function slaOf(
  clock: readonly { since: number; does: 'RUN' | 'PAUSE' | 'STOP' }[],
  promise: { readonly minutes: number; readonly passed: Int32Array | null },
  now: number,
): Life['sla'] {
  const last = clock.at(-1)!;
  const since = clock.findLast(({ does }, index) => does === last.does && clock[index - 1]?.does !== last.does)!.since;
  const until = minuteOf(last.does === 'RUN' ? now : since);
  let used = 0;
  let due: number | null = null;
  for (const [index, { since: from, does }] of clock.entries()) {
    const end = Math.min(minuteOf(clock[index + 1]?.since ?? now), until);
    for (let minute = minuteOf(from); does === 'RUN' && minute < end && due === null; minute++) {
      used += promise.passed ? promise.passed[minute + 1]! - promise.passed[minute]! : 1;
      if (used === promise.minutes) due = minute + 1;
    }
  }
  if (due !== null && until > due) return 'BREACHED';
  return ({ RUN: 'RUNNING', PAUSE: 'PAUSED', STOP: 'MET' } as const)[last.does];
}

function regulatoryOf(
  { createdAt, answeredAt, now, zone }: { createdAt: number; answeredAt: number | null; now: number; zone: string },
  kind: string,
): Life['regulatory'] {
  let lastDay = dateOf(zone, createdAt);
  let left = regulatoryDays[kind]!;
  for (let hour = createdAt; left > 0; hour += 60 * minuteMs) {
    const local = localOf(zone, hour);
    if (local.date === lastDay) continue;
    lastDay = local.date;
    if (worksOn(local)) left--;
  }
  const late = dateOf(zone, answeredAt ?? now) > lastDay;
  if (answeredAt !== null) return late ? 'LATE' : 'IN_TIME';
  return late ? 'LATE_UNANSWERED' : 'PENDING';
}
