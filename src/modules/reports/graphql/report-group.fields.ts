import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AttendantObject, type Staff, staffLoader } from '../../people/index.js';
import type { ReportGroup } from '../grouping.js';
import { ReportGroupObject } from './report-group.type.js';

@Resolver(() => ReportGroupObject)
export class ReportGroupFields {
  @FieldResolver(() => AttendantObject, {
    nullable: true,
    description: 'null: of all attendants; where it is grouped by them, what nobody has.',
  })
  attendant(@Root() { attendantId }: ReportGroup, @Ctx() ctx: RequestContext): Promise<Staff | null> | null {
    return attendantId === null ? null : staffLoader(ctx).load(attendantId);
  }
}
