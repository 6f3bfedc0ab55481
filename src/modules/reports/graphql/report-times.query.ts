import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AtMost } from '../../../platform/graphql/at-most.js';
import { mostRows } from '../grouping.js';
import { reportTimes, type TimesRow } from '../read/report-times.js';
import { TimesReportRowObject } from './report-times.type.js';
import { daysOf, ReportArgs } from './report.args.js';

@Resolver()
export class ReportTimesQuery {
  @Requires('report:read')
  @AtMost(mostRows)
  @Query(() => [TimesReportRowObject], {
    description:
      'How long first attendance and resolution took, of those that were reached in a range of days. A past period keeps its figures. At most 500 rows, else BAD_USER_INPUT; a group without anything has none.',
  })
  reportTimes(@Ctx() ctx: RequestContext, @Args(() => ReportArgs) args: ReportArgs): Promise<TimesRow[]> {
    return reportTimes(ctx, daysOf(args), args);
  }
}
