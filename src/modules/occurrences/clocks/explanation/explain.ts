import { DateTime } from 'luxon';
import { type Calendar, elapsed } from '../../../calendar/index.js';
import type { RegulatoryKind } from '../../../workflow/model.js';
import { balanceOf, type Course } from '../course.js';
import type { Deadline, Standing } from '../deadline.js';
import type { Sla } from '../sla.js';
import { durationIn } from './duration.js';
import { type Language, languages } from './languages.js';
import { named } from './named.js';
import { daysOfWeek, hoursOfWeek } from './week.js';
import { type NameOf, whereTimeWent } from './where-time-went.js';
import type { Words } from './words.js';

/** To whom a deadline is explained. */
export interface Reader {
  readonly language: Language;
  readonly nameOf: NameOf;
}

/** How it stands at the instant at which it is explained. */
interface Moment {
  readonly standing: Standing;
  readonly course: Course;
}

export function explainAnswer(kind: RegulatoryKind, deadline: Deadline, moment: Moment, reader: Reader): string {
  const words = languages[reader.language];
  return [
    words.answer(kind),
    spanOf(deadline, words),
    // What is due on the day itself is, whatever day that is.
    ...(kind === 'URGENT' ? [] : calendarOf(deadline, moment.course, words)),
    words.neverPauses,
    ...outcomeOf(deadline, moment, reader),
  ].join(' ');
}

export function explainSla(sla: Sla, moment: Moment, reader: Reader): string {
  const words = languages[reader.language];
  return [
    words.ownDeadline(sla.policy),
    spanOf(sla, words),
    ...calendarOf(sla, moment.course, words),
    pausesIn(sla, moment.course, reader),
    ...outcomeOf(sla, moment, reader),
  ].join(' ');
}

const spanOf = ({ calendar, startedAt, dueAt }: Deadline, words: Words): string =>
  words.span(instant(calendar, new Date(startedAt), words), instant(calendar, new Date(dueAt), words), calendar.zone);

function calendarOf({ dueAt, calendar }: Deadline, course: Course, words: Words): string[] {
  if (course.counting === 'ALL') return [];
  const segments = elapsed({ ...course, pauses: [], until: new Date(dueAt) });
  const names = segments.flatMap(({ holiday, from }) =>
    holiday === null ? [] : [`${holiday} (${local(calendar, from).toFormat(words.formats.day)})`],
  );
  return [
    course.counting === 'BUSINESS_DAYS'
      ? words.businessDays(daysOfWeek(calendar, words))
      : words.openHours(hoursOfWeek(calendar, words)),
    names.length === 0 ? words.noHolidays : words.holidays(named(names, words)),
  ];
}

function pausesIn({ calendar }: Deadline, { pauses = [] }: Course, { language, nameOf }: Reader): string {
  const words = languages[language];
  const spans = pauses.map(({ from, until, by }) => {
    const name = by == null ? null : nameOf(by);
    const end = until ? instant(calendar, until, words) : words.now;
    return `${instant(calendar, from, words)} ${words.to} ${end}${name === null ? '' : ` (${name})`}`;
  });
  return spans.length === 0 ? words.noPauses : words.pauses(named(spans, words, '; '));
}

/** How it ended, or how late it is; of what is late, where the time went. */
function outcomeOf(deadline: Deadline, { standing, course }: Moment, { language, nameOf }: Reader): string[] {
  const words = languages[language];
  const stopped = standing.stoppedAt && instant(deadline.calendar, standing.stoppedAt, words);
  const { late, milliseconds } = balanceOf(deadline, standing, course);
  if (!late) return stopped ? [words.met(stopped)] : [];
  const by = durationIn(words, milliseconds, { inDays: course.counting !== 'BUSINESS_HOURS' });
  return [stopped ? words.metLate(stopped, by) : words.late(by), whereTimeWent(course, words, nameOf)];
}

const local = ({ zone }: Calendar, at: Date): DateTime => DateTime.fromJSDate(at, { zone });
const instant = (calendar: Calendar, at: Date, { formats }: Words): string =>
  local(calendar, at).toFormat(formats.instant);
