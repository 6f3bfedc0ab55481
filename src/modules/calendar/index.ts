export { type Calendar, type Calendars, type OpenHours, regulatoryCalendar, usualCalendar } from './calendar.js';
export {
  addBusinessMinutes,
  afterCounted,
  type Counting,
  countedMs,
  elapsed,
  type Segment,
  type SegmentReason,
  segments,
} from './counted-time.js';
export { businessDaysBetween, subtractBusinessDays, subtractBusinessMinutes } from './counting-back.js';
export { addBusinessDays, lastInstant, nextBusinessDay } from './days.js';
export type { Holiday } from './holidays.js';
export type { Pause } from './pause.js';
