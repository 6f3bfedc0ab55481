import { Field, Int, ObjectType } from 'type-graphql';
import type { ReportGroup } from '../grouping.js';
import type { BacklogRow } from '../read/report-backlog.js';
import { ReportGroupObject } from './report-group.type.js';

@ObjectType('BacklogReportRow', { description: 'How much was open at the end of a period.' })
export class BacklogReportRowObject implements BacklogRow {
  @Field(() => ReportGroupObject, {
    description: 'By the period, and by status and attendant as they were at its end.',
  })
  group!: ReportGroup;
  @Field(() => Int, {
    description:
      'Opened, and not closed, or reopened since, whenever that was; at the end of the last day, or now where that has not come.',
  })
  open!: number;
}
