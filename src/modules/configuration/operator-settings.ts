import type { RequestContext } from '../../platform/graphql/context.js';
import { type Problem, problem, refusal, type Result, success } from '../../shared/problem.js';
import { genericTermLimits, genericTermsOf, wordsOf } from '../answers/index.js';
import {
  attachmentContentTypes,
  isTimeOfDay,
  isTimeZone,
  largestAttachment,
  longestMessageEditMinutes,
  loadOperator,
  type Operator,
  OperatorEntity,
  type QuietHours,
} from '../operators/index.js';
import { changeConfiguration } from './change-configuration.js';
import { genericStatuses } from './generic-statuses.js';
import { checkContacts } from './letter-contacts.js';
import { checkCleared, checkName, givenFields } from './own-fields.js';
import { elementChange } from './record.js';

const settings = [
  'name',
  'timeZone',
  'hidesAttendants',
  'attachmentMaxBytes',
  'attachmentContentTypes',
  'quietHours',
  'genericAnswerTerms',
  'contact',
  'ombudsmanContact',
  'messageEditMinutes',
] as const;
/** By null the product's own limit or list holds again; no hours are quiet; letters say nothing of it. */
const clearable = settings.filter((name) => !['name', 'timeZone', 'hidesAttendants'].includes(name));

type Settings = Pick<Operator, (typeof settings)[number]>;

/** Absent leaves as it is, null clears. */
export type OperatorSettingsUpdate = { readonly [K in keyof Settings]?: Settings[K] | null };

/** Changes what the caller's operator decides for itself. What was made before stays as it was made. */
export function updateOperatorSettings(ctx: RequestContext, update: OperatorSettingsUpdate): Promise<Result<Operator>> {
  const { quietHours: hours } = update;
  // Plain, as it is stored: it is compared with that.
  const given = givenFields({ ...update, quietHours: hours && { from: hours.from, to: hours.to } });
  const problems = [...checkCleared(given, clearable, ['input']), ...check(given)];
  return changeConfiguration(ctx, async (em) => {
    if (problems.length > 0) return refusal(...problems);
    const { operatorId } = ctx.caller;
    const operator = await loadOperator(em, operatorId);
    const before = Object.fromEntries(settings.map((name) => [name, operator[name] ?? null])) as Settings;
    // Nothing that cannot be cleared is null any more.
    const after = { ...before, ...given } as Settings;
    const generic =
      given.genericAnswerTerms === undefined
        ? []
        : await genericStatuses(em, operatorId, genericTermsOf(after.genericAnswerTerms));
    if (generic.length > 0) return refusal(...generic.map(concluding));
    await em.nativeUpdate(OperatorEntity, { id: operatorId }, after);
    const changes = elementChange(`Operator ${operator.slug}`, before, after);
    return success({ value: { ...operator, ...after }, changes });
  });
}

function check({
  name,
  timeZone,
  attachmentMaxBytes: maxBytes,
  attachmentContentTypes: types,
  quietHours,
  genericAnswerTerms: terms,
  messageEditMinutes: minutes,
  ...contacts
}: OperatorSettingsUpdate) {
  const problems: Problem[] = [];
  if (name != null) problems.push(...checkName(name, ['input', 'name']));
  if (timeZone != null && !isTimeZone(timeZone)) {
    const message = 'A time zone is that of a place, by its IANA name such as America/Sao_Paulo; no offset.';
    problems.push(problem('INVALID', message, ['input', 'timeZone']));
  }
  if (maxBytes != null && (maxBytes < 1 || maxBytes > largestAttachment)) {
    problems.push(problem('INVALID', `1 to ${largestAttachment} bytes.`, ['input', 'attachmentMaxBytes']));
  }
  if (types != null) problems.push(...checkContentTypes(types, ['input', 'attachmentContentTypes']));
  if (minutes != null && (minutes < 0 || minutes > longestMessageEditMinutes)) {
    problems.push(problem('INVALID', `0 to ${longestMessageEditMinutes} minutes.`, ['input', 'messageEditMinutes']));
  }
  if (quietHours) problems.push(...checkQuietHours(quietHours, ['input', 'quietHours']));
  if (terms != null) problems.push(...checkTerms(terms, ['input', 'genericAnswerTerms']));
  problems.push(...checkContacts(contacts, ['input']));
  return problems;
}

/** What is configured stays sound: the status is worded anew, or taken out of use, before its words become generic. */
const concluding = (status: string): Problem =>
  problem('GENERIC_ANSWER', `Status "${status}" is conclusive, and its external description would conclude nothing.`, [
    'input',
    'genericAnswerTerms',
  ]);

function checkTerms(terms: readonly string[], path: readonly string[]): Problem[] {
  const most = genericTermLimits;
  if (terms.length === 0) return [problem('REQUIRED', 'At least one term; null takes the usual ones.', path)];
  if (terms.length > most.terms) return [problem('INVALID', `At most ${most.terms} terms.`, path)];
  const said = terms.map((term) => (term.length > most.length ? null : wordsOf(term).join(' ')));
  return said.flatMap((words, index) => {
    const place = [...path, `${index}`];
    if (words === null) return [problem('INVALID', `At most ${most.length} characters.`, place)];
    if (words === '') return [problem('REQUIRED', 'A term has a word.', place)];
    return said.indexOf(words) < index ? [problem('INVALID', 'It is there already.', place)] : [];
  });
}

function checkQuietHours({ from, to }: QuietHours, path: readonly string[]): Problem[] {
  const wrong = Object.entries({ from, to }).filter(([, time]) => !isTimeOfDay(time));
  if (wrong.length > 0) {
    return wrong.map(([name]) =>
      problem('INVALID', 'A time of day is hours and minutes, "00:00" to "23:59".', [...path, name]),
    );
  }
  return from === to ? [problem('INVALID', 'They end at another time than they begin at.', [...path, 'to'])] : [];
}

function checkContentTypes(types: readonly string[], path: readonly string[]): Problem[] {
  if (types.length === 0) return [problem('REQUIRED', 'At least one media type; null takes all.', path)];
  const known: readonly string[] = attachmentContentTypes;
  if (types.length > known.length) return [problem('INVALID', `There are ${known.length} media types.`, path)];
  return types.flatMap((type, index) => {
    if (!known.includes(type)) {
      return [problem('INVALID', `Not one of ${known.join(', ')}.`, [...path, `${index}`])];
    }
    return types.indexOf(type) < index ? [problem('INVALID', 'It is there already.', [...path, `${index}`])] : [];
  });
}
