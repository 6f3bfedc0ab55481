import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { BusinessHours, FurtherHoliday, Weekday } from '../business-calendar.js';
import { WeekdayEnum } from './weekday.enum.js';

@ObjectType('BusinessHours', {
  description: 'A span of a weekday in which business time counts, by the clocks of the zone.',
})
class BusinessHoursObject implements BusinessHours {
  @Field(() => WeekdayEnum, { description: 'Of each week.' })
  weekday!: Weekday;
  @Field(() => String, { description: 'From this minute on: "08:00".' })
  from!: string;
  @Field(() => String, { description: 'Up to this minute, which does not belong to it: "12:00"; "24:00" at the most.' })
  to!: string;
}

@ObjectType('BusinessHoliday', {
  description: 'A day of the year without business time, besides the nine national holidays.',
})
class BusinessHolidayObject implements FurtherHoliday {
  @Field(() => String, { description: 'What it is called where a deadline is explained.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'yyyy-mm-dd, or mm-dd where it returns every year; null: daysAfterEaster says when it is.',
  })
  date!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days after Easter Sunday, negative before it: -47 is the Tuesday of Carnival, 60 Corpus Christi.',
  })
  daysAfterEaster!: number | null;
  @Field(() => Boolean, {
    description:
      "Whether it is no business day of the regulator's clock (RN 623/2024) either: false, unless the operator has chosen so by name.",
  })
  lengthensRegulatoryAnswer!: boolean;
}

@ObjectType('BusinessCalendar', {
  description:
    'When an operator works: by it business hours and days of own deadlines are counted. The nine national holidays are always out. Without one it is Monday to Friday, 08:00 to 18:00. An occurrence keeps the calendar that its deadlines were made with.',
  implements: Node,
})
export class BusinessCalendarObject extends Node {
  @Field(() => String, { description: 'Stable name, unique among the calendars of the operator.' })
  key!: string;
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: "The IANA time zone of its days and hours; null: the operator's.",
  })
  timeZone!: string | null;
  @Field(() => [BusinessHoursObject], {
    description: 'In the order of the week, without overlaps; a weekday without hours is no business day.',
  })
  weeklyHours!: readonly BusinessHours[];
  @Field(() => [BusinessHolidayObject], {
    description: 'Besides the national ones, in the order that they were given in.',
  })
  holidays!: readonly FurtherHoliday[];
  @Field(() => Boolean, {
    description: 'Whether it is that of occurrence types that name none: at most one calendar of the operator.',
  })
  isDefault!: boolean;
  @Field(() => Boolean, { description: 'Whether occurrence types can use it.' })
  active!: boolean;
}
