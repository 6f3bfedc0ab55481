export { type Calendar, usualCalendar } from './calendar.js';
export { addBusinessMinutes, afterCounted, countedMs, elapsed } from './counted-time.js';
export { addBusinessDays, lastInstant, nextBusinessDay } from './days.js';
