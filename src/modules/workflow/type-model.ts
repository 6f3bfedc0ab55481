import type { IdKind } from '../../shared/ids.js';
import type { ActionDefinition, StatusDefinition, TabDefinition, TypeDefinition } from './definition.js';
import type { Action, OccurrenceType, Status, Tab } from './model.js';

/** The type that a checked definition describes: keys become ids, what is new gets one. */
export function typeOf(definition: TypeDefinition, newId: (kind: IdKind) => string): OccurrenceType {
  const {
    path: _path,
    named: _named,
    statuses,
    tabs,
    actions,
    id: typeId = newId('occurrenceType'),
    ...own
  } = definition;
  const ids = new Map(statuses.map((status) => [status.key, status.id ?? newId('status')]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The definition names a status ${key} that it does not have`);
    return id;
  };
  return {
    id: typeId,
    ...own,
    statuses: statuses.map((status) => statusOf(status, typeId, idOf)),
    tabs: tabs.map((tab) => tabOf(tab, typeId, tab.id ?? newId('tab'), idOf)),
    actions: actions.map((action) => actionOf(action, typeId, action.id ?? newId('action'), idOf)),
  };
}

function statusOf(definition: StatusDefinition, typeId: string, idOf: (key: string) => string): Status {
  const { path: _path, named: _named, nextStatusKeys, previousStatusKeys: _previous, ...own } = definition;
  return { ...own, id: idOf(own.key), typeId, nextStatusIds: nextStatusKeys?.map(idOf) ?? null };
}

function tabOf(definition: TabDefinition, typeId: string, id: string, idOf: (key: string) => string): Tab {
  const { path: _path, named: _named, requiredForStatusKeys, ...own } = definition;
  return { ...own, id, typeId, requiredForStatusIds: requiredForStatusKeys.map(idOf) };
}

function actionOf(definition: ActionDefinition, typeId: string, id: string, idOf: (key: string) => string): Action {
  const { path: _path, named: _named, statusKey, ...own } = definition;
  return { ...own, id, typeId, statusId: idOf(statusKey) };
}
