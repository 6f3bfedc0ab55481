import type { RequestContext } from '../../../platform/graphql/context.js';
import { badUserInput } from '../../../platform/graphql/errors.js';
import { operatorOf } from '../../operators/index.js';
import { type DayRange, mostDays, rangeOf, type ReportRange } from '../range.js';

/** The days in the zone of the caller's operator; throws BAD_USER_INPUT for what is none, or too many. */
export async function reportRange(ctx: RequestContext, days: DayRange): Promise<ReportRange> {
  const range = rangeOf(days, (await operatorOf(ctx)).timeZone);
  if (!range) throw badUserInput(`A report is of 1 to ${mostDays} days: "until" is the last one, "from" the first.`);
  return range;
}
