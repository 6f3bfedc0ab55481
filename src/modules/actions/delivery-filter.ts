import type { FilterQuery } from '@mikro-orm/core';
import { kindOfId } from '../../shared/ids.js';
import type { ActionKind, Catalogue } from '../workflow/index.js';
import type { ActionDelivery, DeliveryState } from './delivery.entity.js';

/** All that is given must hold; an empty list selects nothing. */
export interface DeliveryFilter {
  readonly occurrenceId?: string | null | undefined;
  readonly actionId?: string | null | undefined;
  readonly kinds?: readonly ActionKind[] | null | undefined;
  readonly states?: readonly DeliveryState[] | null | undefined;
  readonly createdFrom?: Date | null | undefined;
  /** Up to, and without it. */
  readonly createdTo?: Date | null | undefined;
}

/** The condition of the query; null: nothing can match, such as for an id of another kind. */
export function deliveriesWhere(filter: DeliveryFilter, catalogue: Catalogue): FilterQuery<ActionDelivery> | null {
  const { occurrenceId, actionId, kinds, states, createdFrom, createdTo } = filter;
  if (occurrenceId != null && kindOfId(occurrenceId) !== 'occurrence') return null;
  if (actionId != null && !catalogue.action(actionId)) return null;
  const actionIds =
    kinds &&
    catalogue.types.flatMap(({ actions }) => actions.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
  return {
    $and: [
      occurrenceId == null ? {} : { occurrenceId },
      actionId == null ? {} : { actionId },
      actionIds == null ? {} : { actionId: { $in: actionIds } },
      states == null ? {} : { state: { $in: [...states] } },
      createdFrom == null ? {} : { createdAt: { $gte: createdFrom } },
      createdTo == null ? {} : { createdAt: { $lt: createdTo } },
    ],
  };
}
