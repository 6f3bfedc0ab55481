import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AtMost } from '../../../platform/graphql/at-most.js';
import { mostRows } from '../grouping.js';
import { reportBacklog, type BacklogRow } from '../read/report-backlog.js';
import { BacklogReportRowObject } from './report-backlog.type.js';
import { daysOf, ReportArgs } from './report.args.js';

@Resolver()
export class ReportBacklogQuery {
  @Requires('report:read')
  @AtMost(mostRows)
  @Query(() => [BacklogReportRowObject], {
    description:
      'How much was open at the end of each period of a range of days; periods that have not begun are left out. At most 500 rows, else BAD_USER_INPUT; a group without anything has none.',
  })
  reportBacklog(@Ctx() ctx: RequestContext, @Args(() => ReportArgs) args: ReportArgs): Promise<BacklogRow[]> {
    return reportBacklog(ctx, daysOf(args), args);
  }
}
