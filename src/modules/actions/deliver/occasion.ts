import type { EntityManager } from '@mikro-orm/postgresql';
import { type StoredEvent, StoredEventEntity } from '../../../platform/events/index.js';
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
      const full = await loadOccasion(em, { event, occurrence, catalogue, publicUrl });
      return isDiscreet(action.kind) ? { ...full, values: withoutFreeText(full.values) } : full;
    },
  };
}

interface About {
  readonly event: StoredEvent;
  readonly occurrence: OccurrenceRow;
  readonly catalogue: Catalogue;
  readonly publicUrl: string;
}

async function loadOccasion(em: EntityManager, about: About): Promise<Occasion> {
  const { event, occurrence, catalogue, publicUrl } = about;
  const { operatorId } = event;
  const type = catalogue.type(occurrence.typeId);
  const payload = event.payload as unknown as EventPayload;
  const status = type?.statuses.find(({ id }) => id === enteredStatus(payload));
  if (!type || !status) throw new Error(`Event ${event.id} enters no status that is there`);
  const before = event.before as { statusId: string } | null;
  const recorded = { operatorId, event: payload, before, occurrence, type };
  const sources = await loadValueSources(em, recorded, status, publicUrl);
  return {
    ...sources,
    operator: await loadOperator(em, operatorId),
    feature: (occurrence.featureId && catalogue.feature(occurrence.featureId)) || null,
    values: templateValues(sources),
    occurredAt: event.occurredAt,
    version: event.version,
  };
}
