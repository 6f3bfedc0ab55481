import type { Problem } from '../../shared/problem.js';
import { concludesNothing } from '../answers/index.js';
import type { StatusDefinition } from './definition.js';
import { type Fault, faultsOf } from './fault.js';
import { checkKey, checkOrder, checkStatusKeys, checkText, descriptionLength } from './text-rules.js';

export const statusFault = (status: StatusDefinition): Fault => faultsOf('Status', status);

/** What is wrong with one status by itself, and with the statuses that it names. */
export function checkStatus(status: StatusDefinition, statuses: readonly StatusDefinition[]): Problem[] {
  const fault = statusFault(status);
  return [
    ...checkKey(fault, status.key),
    ...checkText(fault, status.internalDescription, descriptionLength, 'internalDescription'),
    ...checkText(fault, status.externalDescription, descriptionLength, 'externalDescription'),
    ...checkColor(fault, status.color),
    ...checkOrder(fault, status.displayOrder),
    ...checkRoles(fault, status),
    ...checkNext(fault, status, statuses),
    ...checkPrevious(fault, status, statuses),
  ];
}

/** What a member reads of a conclusive status answers their request: "Em análise" may be shown, but by another one. */
export function checkAnswer(status: StatusDefinition, genericTerms: readonly string[]): Problem[] {
  const { active, conclusive, externalDescription: text } = status;
  if (!active || !conclusive || text.trim() === '' || !concludesNothing(text, genericTerms)) return [];
  return [
    statusFault(status)('GENERIC_ANSWER', 'A conclusive status tells what was concluded.', 'externalDescription'),
  ];
}

const checkColor = (fault: Fault, color: string): Problem[] =>
  /^#[0-9a-fA-F]{6}$/.test(color)
    ? []
    : [fault('INVALID', 'A colour is hexadecimal with six digits: "#1D4ED8".', 'color')];

function checkRoles(fault: Fault, { allowedRoles }: StatusDefinition): Problem[] {
  if (allowedRoles.length === 0) {
    return [fault('INVALID', 'allowedRoles is empty: nobody could move an occurrence into it.', 'allowedRoles')];
  }
  return allowedRoles.includes('BENEFICIARY')
    ? [fault('INVALID', 'A beneficiary moves no occurrence: BENEFICIARY is not among allowedRoles.', 'allowedRoles')]
    : [];
}

const keysOf = (statuses: readonly StatusDefinition[]): ReadonlySet<string> => new Set(statuses.map(({ key }) => key));

function checkNext(fault: Fault, status: StatusDefinition, statuses: readonly StatusDefinition[]): Problem[] {
  const next = status.nextStatusKeys ?? [];
  if (status.closes && next.length > 0) {
    return [fault('INVALID', 'A closing status lists no next ones.', 'nextStatusKeys')];
  }
  return [
    ...checkStatusKeys(fault, next, keysOf(statuses), 'nextStatusKeys'),
    ...checkNotItself(fault, status, next, 'nextStatusKeys'),
  ];
}

function checkPrevious(fault: Fault, status: StatusDefinition, statuses: readonly StatusDefinition[]): Problem[] {
  const previous = status.previousStatusKeys;
  const closing = new Set(statuses.filter(({ closes }) => closes).map(({ key }) => key));
  return [
    ...checkStatusKeys(fault, previous, keysOf(statuses), 'previousStatusKeys'),
    ...checkNotItself(fault, status, previous, 'previousStatusKeys'),
    ...previous.flatMap((key, i) =>
      closing.has(key) && key !== status.key
        ? [fault('INVALID', `"${key}" closes and lists no next ones.`, 'previousStatusKeys', String(i))]
        : [],
    ),
  ];
}

function checkNotItself(fault: Fault, { key }: StatusDefinition, keys: readonly string[], field: string): Problem[] {
  const i = keys.indexOf(key);
  return i < 0 ? [] : [fault('INVALID', 'A status is not next to itself.', field, String(i))];
}
