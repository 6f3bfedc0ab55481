import type { Problem } from '../../shared/problem.js';
import type { Fault } from './fault.js';

export const nameLength = 200;
export const descriptionLength = 500;

const keyShape = /^[a-z][a-z0-9_-]{0,63}$/;

export const checkKey = (fault: Fault, key: string): Problem[] =>
  keyShape.test(key)
    ? []
    : [fault('INVALID', 'A key is a lower-case letter and up to 63 more, digits, _ or -.', 'key')];

export function checkText(fault: Fault, text: string, longest: number, field: string): Problem[] {
  if (text.trim() === '') return [fault('REQUIRED', `${field} is empty.`, field)];
  if (text.length > longest) return [fault('INVALID', `${field} is longer than ${longest} characters.`, field)];
  return [];
}

export const checkOrder = (fault: Fault, displayOrder: number): Problem[] =>
  Number.isInteger(displayOrder) && Math.abs(displayOrder) < 2 ** 31
    ? []
    : [fault('INVALID', 'displayOrder is a whole number of 32 bits.', 'displayOrder')];

/** Keys in a list that name statuses of the type: each exists and is named once. */
export const checkStatusKeys = (
  fault: Fault,
  keys: readonly string[],
  known: ReadonlySet<string>,
  field: string,
): Problem[] =>
  keys.flatMap((key, i) => {
    if (!known.has(key)) return [fault('NOT_FOUND', `There is no status "${key.slice(0, 64)}".`, field, String(i))];
    return keys.indexOf(key) < i ? [fault('INVALID', `"${key}" is listed twice.`, field, String(i))] : [];
  });

/** A problem for each element whose key another has: of two, the one that the mutation names is at fault. */
export function checkKeysUnique<E extends { readonly key: string; readonly named: boolean }>(
  elements: readonly E[],
  faultOf: (element: E) => Fault,
): Problem[] {
  const taken = new Set<string>();
  return storedFirst(elements).flatMap((element) => {
    if (taken.has(element.key)) return [faultOf(element)('TAKEN', 'Another one has this key.', 'key')];
    taken.add(element.key);
    return [];
  });
}

/** What the mutation does not name comes first: what it names has to fit to that. */
export const storedFirst = <E extends { readonly named: boolean }>(elements: readonly E[]): E[] => [
  ...elements.filter((element) => !element.named),
  ...elements.filter((element) => element.named),
];
