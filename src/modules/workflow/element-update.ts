import { success, type Result } from '../../shared/problem.js';
import type { ActionDefinition, Path, StatusDefinition, TabDefinition, TypeDefinition } from './definition.js';
import { actionDefinition, statusDefinition, tabDefinition } from './definition-create.js';
import type {
  ActionInput,
  ActionUpdate,
  AttendanceTabInput,
  AttendanceTabUpdate,
  StatusInput,
  StatusUpdate,
} from './definition-input.js';
import { mergeAction, mergeStatus, mergeTab } from './definition-update.js';
import { linkPreviousStatuses, renameStatus, renameTab } from './element-references.js';

// What the mutations of a single status, tab or action make of its type, to be checked as a whole.

const input: Path = ['input'];

function storedById<D extends { readonly id?: string }>(elements: readonly D[], id: string): D {
  const found = elements.find((element) => element.id === id);
  if (!found) throw new Error(`The type has no element ${id}`);
  return found;
}

const replaced = <D extends { readonly id?: string }>(elements: readonly D[], by: D): D[] =>
  elements.map((element) => (element.id === by.id ? by : element));

export const addStatus = (definition: TypeDefinition, status: StatusInput, path: Path = input): TypeDefinition => ({
  ...definition,
  statuses: linkPreviousStatuses([...definition.statuses, statusDefinition(status, path)]),
});

export const addTab = (definition: TypeDefinition, tab: AttendanceTabInput, path: Path = input): TypeDefinition => ({
  ...definition,
  tabs: [...definition.tabs, tabDefinition(tab, path)],
});

export const addAction = (definition: TypeDefinition, action: ActionInput, path: Path = input): TypeDefinition => ({
  ...definition,
  actions: [...definition.actions, actionDefinition(action, path)],
});

/** A key that another element has is left for `checkType` to refuse: renaming to it would mix the two up. */
const isRename = (elements: readonly { readonly key: string }[], from: string, to: string): boolean =>
  from !== to && !elements.some((element) => element.key === to);

export function changeStatus(
  definition: TypeDefinition,
  id: string,
  update: StatusUpdate,
  path: Path = input,
): Result<TypeDefinition> {
  const stored: StatusDefinition = storedById(definition.statuses, id);
  const merged = mergeStatus(stored, update, path);
  if (!merged.ok) return merged;
  const { key } = merged.value;
  const renamed = isRename(definition.statuses, stored.key, key)
    ? renameStatus(definition, stored.key, key)
    : definition;
  return success({ ...renamed, statuses: linkPreviousStatuses(replaced(renamed.statuses, merged.value)) });
}

export function changeTab(
  definition: TypeDefinition,
  id: string,
  update: AttendanceTabUpdate,
  path: Path = input,
): Result<TypeDefinition> {
  const stored: TabDefinition = storedById(definition.tabs, id);
  const merged = mergeTab(stored, update, path);
  if (!merged.ok) return merged;
  const { key } = merged.value;
  const renamed = isRename(definition.tabs, stored.key, key) ? renameTab(definition, stored.key, key) : definition;
  return success({ ...renamed, tabs: replaced(renamed.tabs, merged.value) });
}

export function changeAction(
  definition: TypeDefinition,
  id: string,
  update: ActionUpdate,
  path: Path = input,
): Result<TypeDefinition> {
  const stored: ActionDefinition = storedById(definition.actions, id);
  const merged = mergeAction(stored, update, path);
  return merged.ok ? success({ ...definition, actions: replaced(definition.actions, merged.value) }) : merged;
}
