import type { Action, OccurrenceType, Status, Tab } from './model.js';

/** Where a value comes from in a mutation's arguments: ["input", "statuses", "0"]. */
export type Path = readonly string[];

interface Element {
  readonly path: Path;
  /** False: stored before, and this mutation does not name it, so that its problems point at the input as a whole. */
  readonly named: boolean;
  /** The row that it is stored in; none while it is new. */
  readonly id?: string;
}

export interface StatusDefinition extends Element, Omit<Status, 'id' | 'typeId' | 'nextStatusIds'> {
  /** null: any other active status of the type, none where it closes. */
  readonly nextStatusKeys: readonly string[] | null;
  /** What the mutation named; the `nextStatusKeys` of those hold this one already. */
  readonly previousStatusKeys: readonly string[];
}

export interface TabDefinition extends Element, Omit<Tab, 'id' | 'typeId' | 'requiredForStatusIds'> {
  readonly requiredForStatusKeys: readonly string[];
}

export interface ActionDefinition extends Element, Omit<Action, 'id' | 'typeId' | 'statusId'> {
  readonly statusKey: string;
}

/** A type as a whole, stored or not yet: its elements name each other by key. */
export interface TypeDefinition extends Element, Omit<OccurrenceType, 'id' | 'statuses' | 'tabs' | 'actions'> {
  readonly statuses: readonly StatusDefinition[];
  readonly tabs: readonly TabDefinition[];
  readonly actions: readonly ActionDefinition[];
}

const asStored = <E extends object>(element: E): E & { readonly path: Path; readonly named: false } => ({
  ...element,
  path: ['input'],
  named: false,
});

/** The definition of a stored type, no element of it named by a mutation. */
export function definitionOf(type: OccurrenceType): TypeDefinition {
  const keys = new Map(type.statuses.map((status) => [status.id, status.key]));
  const keyOf = (id: string): string => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`Occurrence type ${type.id} has no status ${id}`);
    return key;
  };
  return asStored({
    ...type,
    statuses: type.statuses.map((status) => {
      const { typeId: _typeId, nextStatusIds, ...own } = status;
      return asStored({ ...own, nextStatusKeys: nextStatusIds?.map(keyOf) ?? null, previousStatusKeys: [] });
    }),
    tabs: type.tabs.map((tab) => {
      const { typeId: _typeId, requiredForStatusIds, ...own } = tab;
      return asStored({ ...own, requiredForStatusKeys: requiredForStatusIds.map(keyOf) });
    }),
    actions: type.actions.map((action) => {
      const { typeId: _typeId, statusId, ...own } = action;
      return asStored({ ...own, statusKey: keyOf(statusId) });
    }),
  });
}
