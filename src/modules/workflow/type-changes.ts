import { type ElementChange, elementChange } from '../configuration/index.js';
import { maskConfig } from './action-config.js';
import type { Action, Feature, OccurrenceType, Status, Tab } from './model.js';

type Named = { readonly id: string; readonly key: string };

const asJson = (value: object): Readonly<Record<string, unknown>> => value as Readonly<Record<string, unknown>>;

/** What is different between a type before and after, one for each element, as the log of changes shows it. */
export function typeChanges(before: OccurrenceType | null, after: OccurrenceType): ElementChange[] {
  const keys = new Map(after.statuses.map((status) => [status.id, status.key]));
  const keysOf = (ids: readonly string[]): string[] => ids.map((id) => keys.get(id) ?? id);

  const shownStatus = ({ id: _id, typeId: _typeId, nextStatusIds, ...own }: Status) =>
    asJson({ ...own, nextStatusKeys: nextStatusIds && keysOf(nextStatusIds) });
  const shownTab = ({ id: _id, typeId: _typeId, requiredForStatusIds, ...own }: Tab) =>
    asJson({ ...own, requiredForStatusKeys: keysOf(requiredForStatusIds) });
  const shownAction = ({ id: _id, typeId: _typeId, statusId, ...own }: Action) =>
    asJson({ ...own, statusKey: keys.get(statusId), config: maskConfig(own.kind, own.config) });

  const listChanges = <E extends Named>(
    what: string,
    stored: readonly E[],
    saved: readonly E[],
    shown: (element: E) => Readonly<Record<string, unknown>>,
  ): ElementChange[] => {
    const storedById = new Map(stored.map((element) => [element.id, element]));
    return saved.flatMap((element) => {
      const name = `${what} ${after.key}/${element.key}`;
      return elementChange(name, storedById.get(element.id) ?? null, element, shown);
    });
  };

  return [
    ...elementChange(`OccurrenceType ${after.key}`, before && ownFields(before), ownFields(after)),
    ...listChanges('Status', before?.statuses ?? [], after.statuses, shownStatus),
    ...listChanges('AttendanceTab', before?.tabs ?? [], after.tabs, shownTab),
    ...listChanges('Action', before?.actions ?? [], after.actions, shownAction),
  ];
}

const ownFields = ({ id: _id, statuses: _statuses, tabs: _tabs, actions: _actions, ...own }: OccurrenceType) => own;

/** The change of a feature, its type by key. */
export function featureChange(
  before: Feature | null,
  after: Feature,
  typeKey: (typeId: string) => string | undefined,
): ElementChange[] {
  const shown = ({ key, name, typeId }: Feature) =>
    asJson({ key, name, occurrenceType: typeId === null ? null : typeKey(typeId) });
  return elementChange(`Feature ${after.key}`, before, after, shown);
}
