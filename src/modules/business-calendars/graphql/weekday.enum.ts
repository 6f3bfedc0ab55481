import { describedEnum } from '../../../platform/graphql/enum.js';
import { weekdays } from '../business-calendar.js';

const inWords = (weekday: string): string => `${weekday[0]}${weekday.slice(1).toLowerCase()}.`;

export const WeekdayEnum = describedEnum(
  'Weekday',
  'A day of the week.',
  Object.fromEntries(weekdays.map((weekday) => [weekday, inWords(weekday)])),
);
