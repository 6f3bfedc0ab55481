import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AtMost } from '../../../platform/graphql/at-most.js';
import { mostRows } from '../grouping.js';
import { reportSla, type SlaRow } from '../read/report-sla.js';
import { SlaReportRowObject } from './report-sla.type.js';
import { daysOf, ReportArgs } from './report.args.js';

@Resolver()
export class ReportSlaQuery {
  @Requires('report:read')
  @AtMost(mostRows)
  @Query(() => [SlaReportRowObject], {
    description:
      'Whether what was opened in a range of days met the deadlines that the operator set itself, as it is known now. At most 500 rows, else BAD_USER_INPUT; a group without anything has none.',
  })
  reportSla(@Ctx() ctx: RequestContext, @Args(() => ReportArgs) args: ReportArgs): Promise<SlaRow[]> {
    return reportSla(ctx, daysOf(args), args);
  }
}
