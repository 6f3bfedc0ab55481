import type { Caller } from '../../../platform/auth/caller.js';
import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { Catalogue, OccurrenceType } from '../../workflow/index.js';
import { oneOf } from './one-of.js';

export interface TypeNames {
  readonly typeId?: string | null | undefined;
  readonly typeKey?: string | null | undefined;
  readonly featureKey?: string | null | undefined;
}

export interface CreatedType {
  readonly type: OccurrenceType;
  /** The feature that it is opened through; null: by its type. */
  readonly featureId: string | null;
  /** How the caller named it. */
  readonly typePath: readonly string[];
}

/** The type of what is to be created. To a member there are those alone that a feature links to. */
export function createdType(catalogue: Catalogue, { kind }: Caller, names: TypeNames): Result<CreatedType> {
  const { typeId, typeKey, featureKey } = names;
  const named = oneOf({ typeId, typeKey, featureKey });
  if (!named.ok) return named;
  const { by, value, path: typePath } = named.value;
  if (by === 'featureKey') {
    const feature = catalogue.featureByKey(value);
    const type = feature?.typeId ? catalogue.type(feature.typeId) : undefined;
    return feature && type
      ? success({ type, featureId: feature.id, typePath })
      : refusal(problem('NOT_FOUND', 'There is no such feature, or it opens nothing.', typePath));
  }
  const type = by === 'typeId' ? catalogue.type(value) : catalogue.typeByKey(value);
  if (!type || (kind === 'BENEFICIARY' && !catalogue.isOpenToBeneficiaries(type))) {
    return refusal(problem('NOT_FOUND', 'There is no such type.', typePath));
  }
  return success({ type, featureId: null, typePath });
}
