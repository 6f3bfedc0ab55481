import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ReportGroup } from '../grouping.js';
import type { RegulatoryAnswersRow } from '../read/report-regulatory-answers.js';
import { ReportGroupObject } from './report-group.type.js';

@ObjectType('RegulatoryAnswersReportRow', {
  description:
    'How the answers that the regulator demands (RN 623/2024) stand; each occurrence that needs one counts once.',
})
export class RegulatoryAnswersReportRowObject implements RegulatoryAnswersRow {
  @Field(() => ReportGroupObject, {
    description: 'By when it was asked for, and by status and attendant as they are now.',
  })
  group!: ReportGroup;
  @Field(() => Int, { description: 'Answered conclusively by the end of the last day.' })
  inTime!: number;
  @Field(() => Int, { description: 'Answered later, or not yet though the last day has ended.' })
  late!: number;
  @Field(() => Int, { description: 'Of the late ones, those without an answer; closing without concluding is none.' })
  lateUnanswered!: number;
  @Field(() => Int, { description: 'Not answered, and the last day has not ended.' })
  pending!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'inTime of inTime and late, 0 to 1, to four places; null: it is told of none yet.',
  })
  inTimeShare!: number | null;
}
