import type { EntityManager } from '@mikro-orm/postgresql';
import { plainRow } from '../../platform/database/plain-row.js';
import type { Feature, OccurrenceType } from './model.js';
import {
  ActionEntity,
  type ActionRow,
  AttendanceTabEntity,
  type AttendanceTabRow,
  FeatureEntity,
  type FeatureRow,
  OccurrenceTypeEntity,
  type OccurrenceTypeRow,
  StatusEntity,
  type StatusRow,
} from './workflow.entity.js';

const detached = { disableIdentityMap: true } as const;
const byKey = { ...detached, orderBy: { key: 'asc' } } as const;
const byDisplayOrder = { ...detached, orderBy: { displayOrder: 'asc', key: 'asc' } } as const;

/** Every type of an operator with all that hangs on it, in the order of keys. */
export async function loadTypes(em: EntityManager, operatorId: string): Promise<OccurrenceType[]> {
  // One after the other: a transaction has one connection.
  const types: OccurrenceTypeRow[] = await em.find(OccurrenceTypeEntity, { operatorId }, byKey);
  const statuses: StatusRow[] = await em.find(StatusEntity, { operatorId }, byDisplayOrder);
  const tabs: AttendanceTabRow[] = await em.find(AttendanceTabEntity, { operatorId }, byDisplayOrder);
  const actions: ActionRow[] = await em.find(ActionEntity, { operatorId }, byKey);
  const statusesOf = byType(statuses.map(plainRow));
  const tabsOf = byType(tabs.map(plainRow));
  const actionsOf = byType(actions.map(plainRow));
  return types.map((row) => ({
    ...plainRow(row),
    statuses: statusesOf(row.id),
    tabs: tabsOf(row.id),
    actions: actionsOf(row.id),
  }));
}

/** Every feature of an operator, in the order of keys. */
export async function loadFeatures(em: EntityManager, operatorId: string): Promise<Feature[]> {
  const features: FeatureRow[] = await em.find(FeatureEntity, { operatorId }, byKey);
  return features.map(plainRow);
}

function byType<E extends { typeId: string }>(elements: readonly E[]): (typeId: string) => E[] {
  const groups = Map.groupBy(elements, (element) => element.typeId);
  return (typeId) => groups.get(typeId) ?? [];
}
