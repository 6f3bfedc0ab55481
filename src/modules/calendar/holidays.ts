import { easterSunday } from './easter.js';

export interface DatedHoliday {
  readonly name: string;
  /** yyyy-mm-dd, or mm-dd: every year. */
  readonly date: string;
}

/** -47 is Carnival's Tuesday, -2 Good Friday, 60 Corpus Christi. */
export interface EasterHoliday {
  readonly name: string;
  readonly daysAfterEaster: number;
}

export type Holiday = DatedHoliday | EasterHoliday;

// Laws 662/1949, 6.802/1980 and 14.759/2023. What many offices keep besides, such as Carnival, is no national holiday.
const national: readonly { readonly day: string; readonly name: string; readonly since?: number }[] = [
  { day: '01-01', name: 'Confraternização Universal' },
  { day: '04-21', name: 'Tiradentes' },
  { day: '05-01', name: 'Dia Mundial do Trabalho' },
  { day: '09-07', name: 'Independência do Brasil' },
  { day: '10-12', name: 'Nossa Senhora Aparecida' },
  { day: '11-02', name: 'Finados' },
  { day: '11-15', name: 'Proclamação da República' },
  { day: '11-20', name: 'Dia Nacional de Zumbi e da Consciência Negra', since: 2024 },
  { day: '12-25', name: 'Natal' },
];

const isSince = ({ since = 0 }: { readonly since?: number }, year: number): boolean => year >= since;

export const nationalHolidays = (year: number): DatedHoliday[] =>
  national.filter(({ since = year }) => year >= since).map(({ day, name }) => ({ date: `${year}-${day}`, name }));

/** The name of the holiday on a date (yyyy-mm-dd), be it national or the calendar's own; null: there is none. */
export function holidayOn({ holidays }: { readonly holidays: readonly Holiday[] }, date: string): string | null {
  const day = date.slice(5);
  const year = Number(date.slice(0, 4));
  let afterEaster: number | undefined;
  const found =
    national.find((holiday) => holiday.day === day && isSince(holiday, year)) ??
    holidays.find((holiday) => {
      if ('date' in holiday) return holiday.date === date || holiday.date === day;
      afterEaster ??= dayNumber(date) - easterSunday(year);
      return holiday.daysAfterEaster === afterEaster;
    });
  return found?.name ?? null;
}

const dayNumber = (date: string): number => Date.parse(date) / (24 * 60 * 60 * 1000);
