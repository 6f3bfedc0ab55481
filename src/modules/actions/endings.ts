import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../shared/ids.js';
import { type Action, renderTemplate } from '../workflow/index.js';
import { ActionAttemptEntity, type DeliveryState, InboxMessageEntity } from './delivery.entity.js';
import type { Fired } from './keep-deliveries.js';

/** How a delivery ended without leaving the product. */
export interface Ending {
  readonly delivery: Fired;
  readonly state: DeliveryState;
  readonly outcome: string;
  readonly detail: string | null;
}

export interface InboxDelivery {
  readonly delivery: Fired;
  readonly requesterId: string;
  readonly action: Action;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Renders the message and puts it in the inbox of the member who asked. */
export function landInInbox(
  em: EntityManager,
  { delivery, requesterId: beneficiaryId, action, values }: InboxDelivery,
  now: Date,
): Ending {
  const { operatorId, occurrenceId } = delivery;
  try {
    em.create(InboxMessageEntity, {
      operatorId,
      id: newId('inboxMessage', now),
      beneficiaryId,
      occurrenceId,
      ...inboxText(action, values),
      createdAt: now,
      readAt: null,
    });
    return { delivery, state: 'DELIVERED', outcome: 'delivered', detail: null };
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 500) : 'The template cannot be rendered.';
    return { delivery, state: 'FAILED', outcome: 'failed', detail };
  }
}

/** What a message to the inbox says. @throws where a template exceeds its limits. */
export const inboxText = (action: Action, values: Readonly<Record<string, unknown>>) => ({
  title: rendered(action, 'title', values),
  body: rendered(action, 'body', values),
});

function rendered(action: Action, name: 'title' | 'body', values: Readonly<Record<string, unknown>>): string {
  const template = action.config[name];
  if (typeof template !== 'string') throw new Error(`The configuration has no ${name}.`);
  return renderTemplate(template, values).replaceAll('\0', '');
}

/** The `number`th of the delivery: the first, unless given. */
export function keepAttempt(em: EntityManager, { delivery, outcome, detail }: Ending, at: Date, number = 1): void {
  const { operatorId, id: deliveryId } = delivery;
  em.create(ActionAttemptEntity, { operatorId, deliveryId, number, at, outcome, detail, durationMs: 0 });
}
