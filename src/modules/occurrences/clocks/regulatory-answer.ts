import { addBusinessDays, afterCounted, type Calendar, countedMs, nextBusinessDay } from '../../calendar/index.js';
import type { RegulatoryKind } from '../../workflow/model.js';
import type { Deadline } from './deadline.js';

/** Business days in which the regulator wants an answer (RN 623/2024); 0: at once, which is by the end of the day. */
const businessDays: Readonly<Record<RegulatoryKind, number>> = {
  URGENT: 0,
  ASSISTENTIAL_OTHER: 5,
  HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION: 10,
  NON_ASSISTENTIAL: 7,
  OMBUDSMAN_REANALYSIS: 7,
};

/** Of its business days, when it counts as at risk: the product's own choice. */
const warnAtFraction = 0.8;

/** The deadline of the answer to a request of a kind; null: none is demanded. It never pauses. */
export function regulatoryAnswer(kind: RegulatoryKind | null, calendar: Calendar, requestedAt: Date): Deadline | null {
  if (kind === null) return null;
  const days = businessDays[kind];
  const dueAt = addBusinessDays(calendar, requestedAt, days);
  const warnAt = days === 0 ? requestedAt : warnOf(calendar, requestedAt, dueAt);
  return {
    calendar,
    startedAt: requestedAt.toISOString(),
    warnAt: warnAt.toISOString(),
    dueAt: dueAt.toISOString(),
  };
}

function warnOf(calendar: Calendar, requestedAt: Date, dueAt: Date): Date {
  const count = { calendar, counting: 'BUSINESS_DAYS', from: nextBusinessDay(calendar, requestedAt) } as const;
  const whole = countedMs({ ...count, until: new Date(dueAt.getTime() + 1) });
  return afterCounted(count, Math.round(whole * warnAtFraction));
}
