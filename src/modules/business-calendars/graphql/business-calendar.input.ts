import { Field, InputType, Int } from 'type-graphql';
import type { Weekday } from '../business-calendar.js';
import { WeekdayEnum } from './weekday.enum.js';

@InputType({ description: 'A span of a weekday in which business time counts, by the clocks of the zone.' })
class BusinessHoursInput {
  @Field(() => WeekdayEnum, { description: 'Of each week.' })
  weekday!: Weekday;
  @Field(() => String, { description: 'From this minute on: "00:00" to "23:59".' })
  from!: string;
  @Field(() => String, {
    description:
      'Up to this minute, which does not belong to it: later than from, "24:00" at the most. Hours over midnight are two, one for each day.',
  })
  to!: string;
}

@InputType({ description: 'A day of the year without business time: either by date or by Easter.' })
class BusinessHolidayInput {
  @Field(() => String, { description: 'What it is called where a deadline is explained: 200 characters at most.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The day, "2027-09-08", or "09-08" for every year.',
  })
  date?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Days after Easter Sunday, -80 to 100: -48 and -47 are Monday and Tuesday of Carnival, -2 Good Friday, 60 Corpus Christi.',
  })
  daysAfterEaster?: number | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether the regulator's clock (RN 623/2024) takes it for no business day either, for occurrences of types with this calendar. That lengthens a legal deadline: it is the operator's own choice and risk, for each holiday by name.",
  })
  lengthensRegulatoryAnswer!: boolean;
}

const descriptions = {
  key: 'Stable name, unique among the calendars: a lower-case letter and up to 63 more, digits, _ or -.',
  name: 'What it is called: 200 characters at most.',
  timeZone: "The IANA time zone of its days and hours, such as America/Manaus; no fixed offset. Null: the operator's.",
  weeklyHours:
    'All hours of a week: 1 to 70 spans without overlaps, 240 minutes together at the least. A weekday without any is no business day.',
  holidays: 'All days off besides the nine national holidays, which are always out: 100 at most, no day twice.',
  isDefault:
    'Whether occurrence types that name no calendar use it; the one that was the default so far is it no longer.',
  active: 'False takes it out of use; refused while an active occurrence type names it, or it is the default one.',
} as const;

@InputType({ description: 'A new calendar.' })
export class BusinessCalendarCreateInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.name })
  name!: string;
  @Field(() => String, { nullable: true, description: descriptions.timeZone })
  timeZone?: string | null;
  @Field(() => [BusinessHoursInput], { description: descriptions.weeklyHours })
  weeklyHours!: BusinessHoursInput[];
  @Field(() => [BusinessHolidayInput], { defaultValue: [], description: descriptions.holidays })
  holidays!: BusinessHolidayInput[];
  @Field(() => Boolean, { defaultValue: false, description: descriptions.isDefault })
  isDefault!: boolean;
}

@InputType({
  description: 'What is to be different: absent leaves as it is, null clears; hours and holidays are given as a whole.',
})
export class BusinessCalendarUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.name })
  name?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.timeZone })
  timeZone?: string | null;
  @Field(() => [BusinessHoursInput], { nullable: true, description: descriptions.weeklyHours })
  weeklyHours?: BusinessHoursInput[] | null;
  @Field(() => [BusinessHolidayInput], { nullable: true, description: descriptions.holidays })
  holidays?: BusinessHolidayInput[] | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.isDefault })
  isDefault?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
