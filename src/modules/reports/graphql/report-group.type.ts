import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { OccurrenceTypeObject, StatusObject } from '../../workflow/graphql/index.js';
import type { OccurrenceType, Status } from '../../workflow/index.js';
import type { Days } from '../range.js';

@ObjectType('ReportDays', {
  description: "Days in the operator's time zone; the first and the last period of a report end where it does.",
})
export class ReportDaysObject implements Days {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from!: string;
  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  until!: string;
}

/** Its root value is a `ReportGroup`. */
@ObjectType('ReportGroup', { description: 'What the figures of a row are of.' })
export class ReportGroupObject {
  @Field(() => ReportDaysObject, { nullable: true, description: 'The period; null: as it is now.' })
  days!: Days | null;
  @Field(() => OccurrenceTypeObject, {
    nullable: true,
    description: 'null: of all types, unless it is grouped by them.',
  })
  type!: OccurrenceType | null;
  @Field(() => StatusObject, { nullable: true, description: 'null: of all statuses, unless it is grouped by them.' })
  status!: Status | null;
}
