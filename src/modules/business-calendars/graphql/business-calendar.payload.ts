import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { BusinessCalendar } from '../business-calendar.entity.js';
import { BusinessCalendarObject } from './business-calendar.type.js';

@ObjectType({ description: 'A calendar that was saved, or why it was not.' })
export class BusinessCalendarPayload {
  @Field(() => BusinessCalendarObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  businessCalendar!: BusinessCalendar | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const businessCalendarPayload = (saved: Result<BusinessCalendar>): BusinessCalendarPayload =>
  saved.ok
    ? { businessCalendar: saved.value, userErrors: [] }
    : { businessCalendar: null, userErrors: userErrorsOf(saved.problems) };
