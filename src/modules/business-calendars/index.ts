export { BusinessCalendarService } from './business-calendar-service.js';
export type { BusinessCalendarUses } from './business-calendar-uses.js';
export type { BusinessCalendar } from './business-calendar.entity.js';
export type { BusinessCalendarInput } from './calendar-content.js';
export { calendarsOf } from './counted-by.js';
export { loadBusinessCalendars } from './load-business-calendars.js';
