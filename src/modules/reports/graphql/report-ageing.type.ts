import { Field, Int, ObjectType } from 'type-graphql';
import type { ReportGroup } from '../grouping.js';
import type { AgeBucket, AgeingRow } from '../read/report-ageing.js';
import { ReportGroupObject } from './report-group.type.js';

@ObjectType('AgeBucket', {
  description: "What is so many days old: from its opening to today, by the dates of the operator's time zone.",
})
export class AgeBucketObject implements AgeBucket {
  @Field(() => Int, { description: 'The least days; 0: opened today.' })
  fromDays!: number;
  @Field(() => Int, { nullable: true, description: 'The most days; null: no end.' })
  untilDays!: number | null;
  @Field(() => Int, { description: 'How many; may be 0.' })
  count!: number;
}

@ObjectType('AgeingReportRow', { description: 'How old what is open is, now.' })
export class AgeingReportRowObject implements AgeingRow {
  @Field(() => ReportGroupObject, { description: 'By status and attendant as they are now.' })
  group!: ReportGroup;
  @Field(() => Int, { description: 'All that is open, which is not closed: resolved or not.' })
  open!: number;
  @Field(() => [AgeBucketObject], {
    description: 'By age: 0–1, 2–5, 6–10, 11–20, 21–30, 31–60 days, and 61 and more. Time before a reopening counts.',
  })
  buckets!: readonly AgeBucket[];
}
