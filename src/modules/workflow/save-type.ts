import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OccurrenceType } from './model.js';
import { ActionEntity, AttendanceTabEntity, OccurrenceTypeEntity, StatusEntity } from './workflow.entity.js';

/** Writes what is different: a type before its statuses, those before the actions that name them. */
export async function saveType(
  em: EntityManager,
  operatorId: string,
  before: OccurrenceType | null,
  after: OccurrenceType,
): Promise<void> {
  const { statuses: _statuses, tabs: _tabs, actions: _actions, ...own } = after;
  const row = { ...own, regulatoryRules: [...own.regulatoryRules], operatorId };
  if (before) await em.nativeUpdate(OccurrenceTypeEntity, keyOf(row), row);
  else await em.insert(OccurrenceTypeEntity, row);

  const statuses = difference(before?.statuses, after.statuses, (status) => ({
    ...status,
    operatorId,
    nextStatusIds: status.nextStatusIds && [...status.nextStatusIds],
    allowedRoles: [...status.allowedRoles],
  }));
  await em.insertMany(StatusEntity, statuses.added);
  for (const status of statuses.altered) await em.nativeUpdate(StatusEntity, keyOf(status), status);

  const tabs = difference(before?.tabs, after.tabs, (tab) => ({
    ...tab,
    operatorId,
    requiredForStatusIds: [...tab.requiredForStatusIds],
  }));
  await em.insertMany(AttendanceTabEntity, tabs.added);
  for (const tab of tabs.altered) await em.nativeUpdate(AttendanceTabEntity, keyOf(tab), tab);

  const actions = difference(before?.actions, after.actions, (action) => ({
    ...action,
    operatorId,
    config: { ...action.config },
  }));
  await em.insertMany(ActionEntity, actions.added);
  for (const action of actions.altered) await em.nativeUpdate(ActionEntity, keyOf(action), action);
}

const keyOf = ({ operatorId, id }: { operatorId: string; id: string }) => ({ operatorId, id });

function difference<E extends { readonly id: string }, R>(
  before: readonly E[] = [],
  after: readonly E[],
  rowOf: (element: E) => R,
): { added: R[]; altered: R[] } {
  const stored = new Map(before.map((element) => [element.id, element]));
  const isAltered = (element: E) => stored.has(element.id) && !isDeepStrictEqual(stored.get(element.id), element);
  return {
    added: after.filter((element) => !stored.has(element.id)).map(rowOf),
    altered: after.filter(isAltered).map(rowOf),
  };
}
