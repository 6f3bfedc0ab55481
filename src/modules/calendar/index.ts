export { type Calendar, type OpenHours, usualCalendar } from './calendar.js';
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
export { addBusinessDays, lastInstant, nextBusinessDay } from './days.js';
export type { Pause } from './pause.js';
