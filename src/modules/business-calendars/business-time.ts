import type { RequestContext } from '../../platform/graphql/context.js';
import {
  addBusinessDays,
  addBusinessMinutes,
  businessDaysBetween,
  type Calendar,
  countedMs,
  subtractBusinessDays,
  subtractBusinessMinutes,
} from '../calendar/index.js';
import { operatorOf } from '../operators/index.js';
import { calendarsOf } from './counted-by.js';
import { loadBusinessCalendars } from './load-business-calendars.js';

/** What is asked: another instant, or how much time there is up to one. Less than nothing counts backwards. */
export type Step = { readonly minutes: number } | { readonly days: number } | { readonly until: Date };

export interface BusinessTime {
  readonly from: Date;
  readonly until: Date;
  readonly minutes: number;
  readonly days: number;
}

/** By the calendar with an id, or without one by that of types that name none; null: there is no such calendar. */
export async function businessTime(
  ctx: RequestContext,
  calendarId: string | null,
  from: Date,
  step: Step,
): Promise<BusinessTime | null> {
  const all = await loadBusinessCalendars(await ctx.read(), ctx.caller.operatorId);
  const configured = all.find(({ id, isDefault }) => (calendarId === null ? isDefault : id === calendarId));
  if (!configured && calendarId !== null) return null;
  const { own } = calendarsOf(configured ?? null, (await operatorOf(ctx)).timeZone);
  const until = untilOf(own, from, step);
  return { from, until, ...between(own, from, until) };
}

function untilOf(calendar: Calendar, from: Date, step: Step): Date {
  if ('until' in step) return step.until;
  if ('minutes' in step) {
    return step.minutes < 0
      ? subtractBusinessMinutes(calendar, from, -step.minutes)
      : addBusinessMinutes(calendar, from, step.minutes);
  }
  return step.days < 0 ? subtractBusinessDays(calendar, from, -step.days) : addBusinessDays(calendar, from, step.days);
}

function between(calendar: Calendar, from: Date, until: Date): { minutes: number; days: number } {
  const [first, last, sign] = until < from ? [until, from, -1] : [from, until, 1];
  const counted = countedMs({ calendar, counting: 'BUSINESS_HOURS', from: first, until: last });
  // Never minus nothing.
  return {
    minutes: sign * Math.floor(counted / 60_000) || 0,
    days: sign * businessDaysBetween(calendar, first, last) || 0,
  };
}
