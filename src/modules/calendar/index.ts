export { type Calendar, usualCalendar } from './calendar.js';
export { addBusinessMinutes, afterCounted, type Counting, countedMs, elapsed } from './counted-time.js';
export { addBusinessDays, lastInstant, nextBusinessDay } from './days.js';
