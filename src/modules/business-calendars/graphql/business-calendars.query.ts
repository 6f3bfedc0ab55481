import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { BusinessCalendar } from '../business-calendar.entity.js';
import { loadBusinessCalendars } from '../load-business-calendars.js';
import { BusinessCalendarObject } from './business-calendar.type.js';

@Resolver()
export class BusinessCalendarsQuery {
  @Requires('configuration:read')
  @Query(() => [BusinessCalendarObject], {
    description: 'Every calendar, inactive ones included, in the order of keys.',
  })
  async businessCalendars(@Ctx() ctx: RequestContext): Promise<BusinessCalendar[]> {
    return loadBusinessCalendars(await ctx.read(), ctx.caller.operatorId);
  }
}
