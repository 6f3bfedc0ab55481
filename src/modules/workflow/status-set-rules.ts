import type { Problem } from '../../shared/problem.js';
import type { StatusDefinition, TypeDefinition } from './definition.js';
import type { Fault } from './fault.js';
import { statusFault } from './status-rules.js';
import { checkKeysUnique, storedFirst } from './text-rules.js';
import { effectiveNext } from './transition.js';

/** What the statuses of a type must be together. */
export function checkStatusSet(definition: TypeDefinition, typeFault: Fault): Problem[] {
  const active = definition.statuses.filter((status) => status.active);
  const defaults = storedFirst(active.filter((status) => status.isDefault));
  return [
    ...checkKeysUnique(definition.statuses, statusFault),
    ...checkDefault(defaults, typeFault),
    ...(active.some((status) => status.closes)
      ? []
      : [typeFault('REQUIRED', 'No active status closes an occurrence.', 'statuses')]),
    ...checkStart(definition, active, typeFault),
    ...(defaults.length === 1 ? checkReachable(active, defaults[0]!) : []),
  ];
}

const checkDefault = (defaults: readonly StatusDefinition[], typeFault: Fault): Problem[] =>
  defaults.length === 0
    ? [typeFault('REQUIRED', 'No active status is the default one.', 'statuses')]
    : defaults
        .slice(1)
        .map((status) => statusFault(status)('INVALID', `"${defaults[0]!.key}" is the default already.`, 'isDefault'));

function checkStart(definition: TypeDefinition, active: readonly StatusDefinition[], typeFault: Fault): Problem[] {
  const starts = storedFirst(active.filter((status) => status.startsAttendance));
  const required = definition.tabs.find((tab) => tab.active && tab.required);
  if (definition.allowsAttendance && starts.length === 0 && required) {
    const message = `Tab "${required.key}" is required, so that one status must start attendance.`;
    return [typeFault('REQUIRED', message, 'statuses')];
  }
  return starts
    .slice(1)
    .map((status) =>
      statusFault(status)('INVALID', `"${starts[0]!.key}" starts attendance already.`, 'startsAttendance'),
    );
}

function checkReachable(active: readonly StatusDefinition[], start: StatusDefinition): Problem[] {
  const reached = new Set([start]);
  for (const from of reached) {
    for (const to of effectiveNext(active, from, ({ key }) => key, from.nextStatusKeys)) reached.add(to);
  }
  return active
    .filter((status) => !reached.has(status))
    .map((status) => statusFault(status)('INVALID', `It cannot be reached from the default, "${start.key}".`));
}
