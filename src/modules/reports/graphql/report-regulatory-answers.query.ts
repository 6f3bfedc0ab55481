import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AtMost } from '../../../platform/graphql/at-most.js';
import { mostRows } from '../grouping.js';
import { reportRegulatoryAnswers, type RegulatoryAnswersRow } from '../read/report-regulatory-answers.js';
import { RegulatoryAnswersReportRowObject } from './report-regulatory-answers.type.js';
import { daysOf, ReportArgs } from './report.args.js';

@Resolver()
export class ReportRegulatoryAnswersQuery {
  @Requires('report:read')
  @AtMost(mostRows)
  @Query(() => [RegulatoryAnswersReportRowObject], {
    description:
      'Whether what was asked for in a range of days got the answers that the regulator demands in time, as it is known now. At most 500 rows, else BAD_USER_INPUT; a group without anything has none.',
  })
  reportRegulatoryAnswers(
    @Ctx() ctx: RequestContext,
    @Args(() => ReportArgs) args: ReportArgs,
  ): Promise<RegulatoryAnswersRow[]> {
    return reportRegulatoryAnswers(ctx, daysOf(args), args);
  }
}
