import type { EntityManager } from '@mikro-orm/postgresql';
import { StoredEventEntity } from '../../../platform/events/index.js';
import { enteredStatus, type EventPayload, OccurrenceEntity, type OccurrenceRow } from '../../occurrences/index.js';
import { loadOperator } from '../../operators/index.js';
import { type Action, type Catalogue, catalogueIn } from '../../workflow/index.js';
import { isDiscreet, type Occasion } from '../channels/channel.js';
import type { ActionDelivery } from '../delivery.entity.js';
import { templateValues, withoutFreeText } from '../template-values.js';
import { loadValueSources } from '../value-sources.js';

export interface Fired {
  readonly action: Action;
  readonly requesterId: string;
  /** Reads what the message is made of. */
  readonly occasion: () => Promise<Occasion>;
}

/** The action that a delivery is of, as it is configured now. */
export async function loadFired(em: EntityManager, delivery: ActionDelivery, publicUrl: string): Promise<Fired> {
  const { operatorId, occurrenceId } = delivery;
  const catalogue = await catalogueIn(em, operatorId);
  const action = catalogue.action(delivery.actionId);
  if (!action) throw new Error(`Action ${delivery.actionId} is not there`);
  const occurrence = await em.findOneOrFail(OccurrenceEntity, { operatorId, id: occurrenceId });
  return {
    action,
    requesterId: occurrence.requesterId,
    occasion: async () => {
      const event = await em.findOneOrFail(StoredEventEntity, { operatorId, id: delivery.eventId });
      return forItsWay(
        action,
        await loadOccasion(em, {
          event: event.payload as unknown as EventPayload,
          before: event.before as { statusId: string } | null,
          occurredAt: event.occurredAt,
          version: event.version,
          occurrence,
          catalogue,
          publicUrl,
        }),
      );
    },
  };
}

/** As much of it as may go the action's way: what a lock screen shows says nothing that people wrote. */
export const forItsWay = ({ kind }: Pick<Action, 'kind'>, occasion: Occasion): Occasion =>
  isDiscreet(kind) ? { ...occasion, values: withoutFreeText(occasion.values) } : occasion;

/** The event that an action fires on, and what it is read with. */
export interface Entering {
  readonly event: EventPayload;
  /** null: it has just been created. */
  readonly before: { readonly statusId: string } | null;
  readonly occurredAt: Date;
  readonly version: number;
  readonly occurrence: OccurrenceRow;
  readonly catalogue: Catalogue;
  readonly publicUrl: string;
}

export async function loadOccasion(em: EntityManager, entering: Entering): Promise<Occasion> {
  const { event, before, occurrence, catalogue, publicUrl, occurredAt, version } = entering;
  const { operatorId } = occurrence;
  const type = catalogue.type(occurrence.typeId);
  const status = type?.statuses.find(({ id }) => id === enteredStatus(event));
  if (!type || !status) throw new Error(`An event of ${occurrence.id} enters no status that is there`);
  const recorded = { operatorId, event, before, occurrence, type };
  const sources = await loadValueSources(em, recorded, status, publicUrl);
  return {
    ...sources,
    operator: await loadOperator(em, operatorId),
    feature: (occurrence.featureId && catalogue.feature(occurrence.featureId)) || null,
    values: templateValues(sources),
    occurredAt,
    version,
  };
}
