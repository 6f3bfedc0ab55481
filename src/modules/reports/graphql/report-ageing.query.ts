import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { AtMost } from '../../../platform/graphql/at-most.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { mostRows } from '../grouping.js';
import { type AgeingRow, reportAgeing } from '../read/report-ageing.js';
import { AgeingReportRowObject } from './report-ageing.type.js';
import { GroupingArgs } from './report.args.js';

@Resolver()
export class ReportAgeingQuery {
  @Requires('report:read')
  @AtMost(mostRows)
  @Query(() => [AgeingReportRowObject], {
    description:
      'How old what is open is, now. At most 500 rows, else BAD_USER_INPUT; a group without anything has none.',
  })
  reportAgeing(@Ctx() ctx: RequestContext, @Args(() => GroupingArgs) grouping: GroupingArgs): Promise<AgeingRow[]> {
    return reportAgeing(ctx, grouping);
  }
}
