import { type BusinessHours, type FurtherHoliday, weekdays } from './business-calendar.js';
import type { BusinessCalendar } from './business-calendar.entity.js';

interface HolidayInput {
  readonly name: string;
  readonly date?: string | null;
  readonly daysAfterEaster?: number | null;
  readonly lengthensRegulatoryAnswer?: boolean;
}

export interface BusinessCalendarInput {
  readonly key: string;
  readonly name: string;
  readonly timeZone?: string | null;
  readonly weeklyHours: readonly BusinessHours[];
  readonly holidays?: readonly HolidayInput[] | null;
  readonly isDefault?: boolean;
}

/** Absent leaves as it is, null clears. */
export type BusinessCalendarUpdate = {
  readonly [K in keyof BusinessCalendarInput]?: BusinessCalendarInput[K] | null;
} & { readonly active?: boolean | null };

export type Content = Omit<BusinessCalendar, 'id'>;

export const newContent = ({
  key,
  name,
  timeZone,
  weeklyHours,
  holidays,
  isDefault = false,
}: BusinessCalendarInput): Content => ({
  key,
  name,
  timeZone: timeZone ?? null,
  weeklyHours: weeklyHours.map(plainHours),
  holidays: (holidays ?? []).map(plainHoliday),
  isDefault,
  active: true,
});

/** What cannot be cleared stays as it is: whoever asks has to refuse that. */
export function changedContent(before: Content, given: BusinessCalendarUpdate): Content {
  const { weeklyHours, holidays, timeZone, ...rest } = given;
  const own = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as Partial<Content>;
  return {
    ...before,
    ...own,
    ...(timeZone !== undefined && { timeZone }),
    ...(weeklyHours && { weeklyHours: weeklyHours.map(plainHours) }),
    ...(holidays !== undefined && { holidays: (holidays ?? []).map(plainHoliday) }),
  };
}

/** As it is stored, the hours in the order of the week. */
export const inOrder = (content: Content): Content => ({
  ...content,
  weeklyHours: content.weeklyHours.toSorted(
    (a, b) => weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday) || (a.from < b.from ? -1 : 1),
  ),
});

// Without what GraphQL's inputs carry along: what is stored is compared with them.

const plainHours = ({ weekday, from, to }: BusinessHours): BusinessHours => ({ weekday, from, to });

const plainHoliday = ({
  name,
  date,
  daysAfterEaster,
  lengthensRegulatoryAnswer = false,
}: HolidayInput): FurtherHoliday => ({
  name,
  date: date ?? null,
  daysAfterEaster: daysAfterEaster ?? null,
  lengthensRegulatoryAnswer,
});
