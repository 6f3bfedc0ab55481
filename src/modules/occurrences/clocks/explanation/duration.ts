import type { Words } from './words.js';

/** To the minute. Hours of a business day add up to no day, so where those are counted there are none. */
export function durationIn(words: Words, milliseconds: number, { inDays }: { readonly inDays: boolean }): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes === 0) return words.lessThanAMinute;
  const days = inDays ? Math.floor(minutes / 1440) : 0;
  const hours = Math.floor((minutes - days * 1440) / 60);
  const parts = [
    days > 0 ? words.days(days) : '',
    hours > 0 ? `${hours} h` : '',
    minutes % 60 > 0 ? `${minutes % 60} min` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
