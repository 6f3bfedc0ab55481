import type { EntityManager } from '@mikro-orm/postgresql';
import { type Problem, problem } from '../../shared/problem.js';
import type { Catalogue } from './catalogue.js';
import { checkReanalysisType } from './check-reanalysis-type.js';
import { checkDeactivations, deactivatedStatuses } from './deactivation.js';
import { definitionOf, type StatusDefinition, type TypeDefinition } from './definition.js';
import { knownTo } from './known.js';
import type { OccurrenceType } from './model.js';
import { countInStatuses } from './occupied-statuses.js';
import { checkType } from './type-rules.js';

/** Everything that stands in the way of saving a type: its own rules, what else is configured, what is in use. */
export async function checkSave(
  em: EntityManager,
  operatorId: string,
  catalogue: Catalogue,
  before: OccurrenceType | null,
  after: TypeDefinition,
  allowInsecureHooks: boolean,
): Promise<Problem[]> {
  const stored = before && definitionOf(before);
  const leaving = stored ? deactivatedStatuses(stored, after).map((status) => status.id!) : [];
  const occupied = await countInStatuses(em, operatorId, leaving);
  const inUse = stored ? checkDeactivations(stored, after, occupied) : [];
  const sound = inUse.length > 0 ? withStatusesBack(after, leaving) : after;
  return [
    ...inUse,
    ...checkTypeKey(catalogue, before, after),
    ...checkReanalysisType(catalogue, before, after),
    ...checkType(sound, knownTo(after, catalogue, allowInsecureHooks)),
  ];
}

const checkTypeKey = (catalogue: Catalogue, before: OccurrenceType | null, after: TypeDefinition): Problem[] => {
  const other = catalogue.typeByKey(after.key);
  return other === undefined || other.id === before?.id
    ? []
    : [problem('TAKEN', `Another occurrence type has the key "${after.key}".`, [...after.path, 'key'])];
};

/** Where a deactivation is refused, the rest is checked as if it had not been asked for: what it alone breaks is said once. */
function withStatusesBack(after: TypeDefinition, ids: readonly string[]): TypeDefinition {
  const hasDefault = after.statuses.some((status) => status.active && status.isDefault);
  const back = (status: StatusDefinition): StatusDefinition =>
    status.id !== undefined && ids.includes(status.id)
      ? { ...status, active: true, isDefault: status.isDefault && !hasDefault }
      : status;
  return { ...after, statuses: after.statuses.map(back) };
}
