import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AtMost } from '../../../platform/graphql/at-most.js';
import { mostRows } from '../grouping.js';
import { reportVolume, type VolumeRow } from '../read/report-volume.js';
import { VolumeReportRowObject } from './report-volume.type.js';
import { daysOf, ReportArgs } from './report.args.js';

@Resolver()
export class ReportVolumeQuery {
  @Requires('report:read')
  @AtMost(mostRows)
  @Query(() => [VolumeReportRowObject], {
    description:
      'How much was opened, resolved, closed and reopened in a range of days. What happened does not change: a past period keeps its figures. At most 500 rows, else BAD_USER_INPUT; a group without anything has none.',
  })
  reportVolume(@Ctx() ctx: RequestContext, @Args(() => ReportArgs) args: ReportArgs): Promise<VolumeRow[]> {
    return reportVolume(ctx, daysOf(args), args);
  }
}
