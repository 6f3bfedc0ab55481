import { BusinessCalendarCreateMutation } from './business-calendar-create.mutation.js';
import { BusinessCalendarUpdateMutation } from './business-calendar-update.mutation.js';
import { BusinessCalendarsQuery } from './business-calendars.query.js';
import { BusinessTimeQuery } from './business-time.query.js';

export { BusinessCalendarObject } from './business-calendar.type.js';

export const resolvers = [
  BusinessCalendarsQuery,
  BusinessTimeQuery,
  BusinessCalendarCreateMutation,
  BusinessCalendarUpdateMutation,
];
