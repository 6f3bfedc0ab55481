import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { type Problem, problem, refusal, type Result, success } from '../../shared/problem.js';
import {
  changeConfiguration,
  checkCleared,
  checkKey,
  checkName,
  type ElementChange,
  elementChange,
  givenFields,
  inUse,
} from '../configuration/index.js';
import { isTimeZone } from '../operators/index.js';
import type { BusinessCalendarUses } from './business-calendar-uses.js';
import { type BusinessCalendar, BusinessCalendarEntity } from './business-calendar.entity.js';
import {
  type BusinessCalendarInput,
  type BusinessCalendarUpdate,
  changedContent,
  type Content,
  inOrder,
  newContent,
} from './calendar-content.js';
import { checkHolidays } from './holiday-rules.js';
import { loadBusinessCalendars } from './load-business-calendars.js';
import { checkWeeklyHours } from './weekly-hours-rules.js';

/** Changes of calendars. Deadlines that were made before keep the calendar that they were made with. */
export class BusinessCalendarService {
  constructor(private readonly uses: BusinessCalendarUses) {}

  create(ctx: RequestContext, input: BusinessCalendarInput): Promise<Result<BusinessCalendar>> {
    const content = newContent(input);
    return changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const all = await loadBusinessCalendars(em, operatorId);
      const problems = check(content, all, undefined);
      if (problems.length > 0) return refusal(...problems);
      const given = await giveWay(em, operatorId, all, content);
      const calendar = { id: newId('businessCalendar', ctx.clock.now()), ...inOrder(content) };
      await em.insert(BusinessCalendarEntity, { operatorId, ...calendar });
      return success({ value: calendar, changes: [...given, ...change(null, calendar)] });
    });
  }

  update(ctx: RequestContext, id: string, update: BusinessCalendarUpdate): Promise<Result<BusinessCalendar>> {
    const given = givenFields({ ...update });
    return changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const all = await loadBusinessCalendars(em, operatorId);
      const stored = all.find((calendar) => calendar.id === id);
      if (!stored) return refusal(problem('NOT_FOUND', 'There is no such calendar.', ['id']));
      const { id: _id, ...before } = stored;
      const content = changedContent(before, given);
      const problems = [
        ...checkCleared(given, ['timeZone', 'holidays'], ['input']),
        ...check(content, all, stored),
        ...(await this.#checkUses(em, operatorId, stored, content)),
      ];
      if (problems.length > 0) return refusal(...problems);
      const changes = await giveWay(
        em,
        operatorId,
        all.filter((other) => other !== stored),
        content,
      );
      const calendar = { id, ...inOrder(content) };
      await em.nativeUpdate(BusinessCalendarEntity, { operatorId, id }, calendar);
      return success({ value: calendar, changes: [...changes, ...change(stored, calendar)] });
    });
  }

  async #checkUses(
    em: EntityManager,
    operatorId: string,
    stored: BusinessCalendar,
    { active }: Content,
  ): Promise<Problem[]> {
    if (!stored.active || active) return [];
    const users = await this.uses.usedBy(em, operatorId, stored.id);
    const message = `${users.length} active occurrence types use it: ${users.slice(0, 10).join(', ')}.`;
    return users.length > 0 ? [inUse(users.length, message, ['input', 'active'])] : [];
  }
}

/** There are never two defaults: the one that was it so far gives way to the new one. */
async function giveWay(
  em: EntityManager,
  operatorId: string,
  others: readonly BusinessCalendar[],
  { isDefault }: Content,
): Promise<ElementChange[]> {
  const former = isDefault ? others.find((calendar) => calendar.isDefault) : undefined;
  if (!former) return [];
  const after = { ...former, isDefault: false };
  await em.nativeUpdate(BusinessCalendarEntity, { operatorId, id: former.id }, { isDefault: false });
  return change(former, after);
}

const change = (before: BusinessCalendar | null, after: BusinessCalendar): ElementChange[] =>
  elementChange(`BusinessCalendar ${after.key}`, before, after, ({ id: _id, ...content }) => content);

function check(content: Content, all: readonly BusinessCalendar[], stored: BusinessCalendar | undefined): Problem[] {
  const { key, name, timeZone, weeklyHours, holidays, isDefault, active } = content;
  const taken = all.some((other) => other.key === key && other.id !== stored?.id);
  const noZone = 'A time zone is that of a place, by its IANA name such as America/Sao_Paulo; no offset.';
  const noDefault = 'What is out of use is not the default one.';
  return [
    ...checkKey(key, taken, ['input', 'key']),
    ...checkName(name, ['input', 'name']),
    ...(timeZone === null || isTimeZone(timeZone) ? [] : [problem('INVALID', noZone, ['input', 'timeZone'])]),
    ...checkWeeklyHours(weeklyHours, ['input', 'weeklyHours']),
    ...checkHolidays(holidays, ['input', 'holidays']),
    ...(isDefault && !active ? [problem('INVALID', noDefault, ['input', 'isDefault'])] : []),
  ];
}
