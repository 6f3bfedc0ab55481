import { Field, Int, ObjectType } from 'type-graphql';
import type { ReportGroup } from '../grouping.js';
import type { Durations, TimesRow } from '../read/report-times.js';
import { ReportGroupObject } from './report-group.type.js';

@ObjectType('ReportDurations', {
  description: 'How long something took, in whole minutes that have passed; null: nothing to measure.',
})
export class ReportDurationsObject implements Durations {
  @Field(() => Int, { description: 'How many were measured.' })
  count!: number;
  @Field(() => Int, { nullable: true, description: 'Half of them took so long or less: a value that occurred.' })
  medianMinutes!: number | null;
  @Field(() => Int, { nullable: true, description: 'Nine in ten took so long or less: a value that occurred.' })
  p90Minutes!: number | null;
  @Field(() => Int, { nullable: true, description: 'The mean.' })
  averageMinutes!: number | null;
}

@ObjectType('ReportTime', {
  description: 'Time since the opening, pauses included: whoever waited for something waited meanwhile, too.',
})
export class ReportTimeObject {
  @Field(() => ReportDurationsObject, {
    description:
      "In business hours, by the calendar that the occurrence's own deadline was made with; without one, by that of its type as it was at the end. What ended before the product measured it is not counted.",
  })
  business!: Durations;
  @Field(() => ReportDurationsObject, { description: 'By the clock, day and night.' })
  calendar!: Durations;
}

@ObjectType('TimesReportRow', { description: 'How long it took.' })
export class TimesReportRowObject implements TimesRow {
  @Field(() => ReportGroupObject, {
    description: 'By when it ended, whenever it was opened, and by status and attendant as they were once it had.',
  })
  group!: ReportGroup;
  @Field(() => ReportTimeObject, {
    description: 'To the first attendance: once an occurrence, whoever attends later.',
  })
  firstAttendance!: TimesRow['firstAttendance'];
  @Field(() => ReportTimeObject, {
    description:
      'To each resolution, always from the opening: what was reopened and resolved again counts again, with the whole time. Closing without resolving is none.',
  })
  resolution!: TimesRow['resolution'];
}
