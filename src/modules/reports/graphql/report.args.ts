import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Grouping, ReportDimension, ReportFilter } from '../grouping.js';
import type { DayRange, ReportPeriod } from '../range.js';
import { ReportDimensionEnum, ReportPeriodEnum } from './enums.js';

@InputType('ReportFilter', {
  description:
    'What a report counts, by the same type, status and attendant as it groups by: all that is given must hold. An empty list selects nothing, nor does an unknown id.',
})
export class ReportFilterInput implements ReportFilter {
  @Field(() => [ID], { nullable: true, description: 'Of one of these types.' })
  typeIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these statuses.' })
  statusIds?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Of one of these attendants. For supervisors alone: FORBIDDEN to others.',
  })
  attendantIds?: string[] | null;
}

@ArgsType()
export class GroupingArgs implements Grouping {
  @Field(() => [ReportDimensionEnum], {
    defaultValue: [],
    description: 'A row for each of these, taken together; by attendant for supervisors alone: FORBIDDEN to others.',
  })
  groupBy!: ReportDimension[];
  @Field(() => ReportFilterInput, { nullable: true, description: 'What is counted; everything unless given.' })
  filter?: ReportFilterInput | null;
}

@ArgsType()
export class ReportArgs extends GroupingArgs {
  @Field(() => GraphQLLocalDate, { description: "The first day, in the operator's time zone." })
  from!: string;
  @Field(() => GraphQLLocalDate, {
    description: "The last day, in the operator's time zone, at most the 400th. BAD_USER_INPUT for another range.",
  })
  until!: string;
  @Field(() => ReportPeriodEnum, {
    nullable: true,
    description: 'A row for each of these periods; unless given, the days from first to last are one.',
  })
  period?: ReportPeriod | null;
}

export const daysOf = ({ from, until, period = null }: ReportArgs): DayRange => ({ from, until, period });
