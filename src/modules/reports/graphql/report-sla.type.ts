import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ReportGroup } from '../grouping.js';
import type { SlaRow } from '../read/report-sla.js';
import { ReportGroupObject } from './report-group.type.js';

@ObjectType('SlaReportRow', {
  description: "What became of the operator's own deadlines; each occurrence that has one counts once.",
})
export class SlaReportRowObject implements SlaRow {
  @Field(() => ReportGroupObject, {
    description: 'By when the occurrences were opened, and by status and attendant as they are now.',
  })
  group!: ReportGroup;
  @Field(() => Int, { description: 'Ended in time. What is reopened goes on and is not ended any more.' })
  met!: number;
  @Field(() => Int, { description: 'Late, whether it has ended since or not.' })
  breached!: number;
  @Field(() => Int, { description: 'Neither ended nor late, and the clock runs.' })
  running!: number;
  @Field(() => Int, { description: 'Neither ended nor late, and the clock stands still.' })
  paused!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'met of met and breached, 0 to 1, to four places; null: it is told of none yet.',
  })
  metShare!: number | null;
}
