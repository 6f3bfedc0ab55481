import type { EntityManager } from '@mikro-orm/postgresql';
import { calendarsOf } from '../business-calendars/index.js';
import { type Calendar, countedMs } from '../calendar/index.js';
import type { Reaction, Recorded } from '../occurrences/index.js';
import { loadOperator } from '../operators/index.js';
import { milestonesOf } from './milestones.js';

/** Keeps what reports count with the change that it is of, and how long it took by the calendar of now. */
export const keepMilestones: Reaction = async (em, recorded) => {
  const { operatorId, occurrence, now } = recorded;
  const milestones = milestonesOf(recorded);
  if (milestones.length === 0) return [];
  const businessMs = milestones.some(({ timed }) => timed) ? await businessMsOf(em, recorded) : null;
  const elapsedMs = now.getTime() - occurrence.createdAt.getTime();
  const own = milestones.map(({ kind, timed }) => ({
    kind,
    elapsed_ms: timed ? elapsedMs : null,
    business_ms: timed ? businessMs : null,
  }));
  await em.execute(
    `insert into occurrence_milestone (operator_id, occurrence_id, version, at, type_id, status_id, attendant_id, resolved,
       kind, elapsed_ms, business_ms)
     select ?, ?, ?::int, ?::timestamptz, ?, ?, ?, ?::boolean, own.*
       from json_to_recordset(?::json) as own (kind text, elapsed_ms bigint, business_ms bigint)`,
    [
      operatorId,
      occurrence.id,
      occurrence.version,
      now.toISOString(),
      occurrence.typeId,
      occurrence.statusId,
      occurrence.attendantId,
      occurrence.resolvedAt !== null,
      JSON.stringify(own),
    ],
  );
  return [];
};

const businessMsOf = async (em: EntityManager, recorded: Recorded): Promise<number> =>
  countedMs({
    calendar: await calendarOf(em, recorded),
    counting: 'BUSINESS_HOURS',
    from: recorded.occurrence.createdAt,
    until: recorded.now,
  });

/** The calendar that its own deadline was made with; without one, the one of its type. */
async function calendarOf(em: EntityManager, { operatorId, occurrence, type, catalogue }: Recorded): Promise<Calendar> {
  if (occurrence.sla) return occurrence.sla.calendar;
  const { timeZone } = await loadOperator(em, operatorId);
  return calendarsOf(catalogue.calendarOf(type), timeZone).own;
}
