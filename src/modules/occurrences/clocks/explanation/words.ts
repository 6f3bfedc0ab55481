import type { Counting } from '../../../calendar/index.js';
import type { RegulatoryKind, SlaPolicy } from '../../../workflow/model.js';

/** What a language says, and how; everything that is put in is in words already. */
export interface Words {
  /** Of dates and instants, as luxon takes them. */
  readonly formats: { readonly day: string; readonly instant: string };
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly and: string;
  readonly to: string;
  readonly now: string;
  readonly days: (count: number) => string;
  readonly lessThanAMinute: string;
  readonly more: (count: number) => string;

  readonly ownDeadline: (policy: SlaPolicy) => string;
  readonly answer: (kind: RegulatoryKind) => string;
  readonly span: (from: string, to: string, zone: string) => string;
  readonly openHours: (week: string) => string;
  readonly businessDays: (week: string) => string;
  readonly holidays: (names: string) => string;
  readonly noHolidays: string;
  readonly pauses: (spans: string) => string;
  readonly noPauses: string;
  readonly neverPauses: string;

  readonly late: (by: string) => string;
  readonly metLate: (at: string, by: string) => string;
  readonly met: (at: string) => string;
  readonly course: (parts: string) => string;
  readonly counted: (time: string) => string;
  readonly paused: (time: string) => string;
  readonly outside: (time: string, counting: Counting) => string;
  readonly onHolidays: (time: string) => string;
}
