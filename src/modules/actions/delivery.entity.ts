import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../../platform/database/tenant-key.js';

export const deliveryStates = ['PENDING', 'DELIVERED', 'RETRYING', 'FAILED', 'SKIPPED'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What a receiver tells of a message after it took it, from the least that it proves to the most. */
export const deliveryProgress = ['sent', 'failed', 'delivered', 'read'] as const;
export type DeliveryProgress = (typeof deliveryProgress)[number];

/** One firing of one action: its id is the same at every attempt. */
export const ActionDeliveryEntity = defineEntity({
  name: 'ActionDelivery',
  tableName: 'action_delivery',
  properties: {
    ...tenantKey,
    actionId: p.text(),
    occurrenceId: p.text(),
    eventId: p.text(),
    /** The occurrence's, once it had entered the status. */
    version: p.integer(),
    /** Deliveries of an occurrence in one lane go out one after the other; empty for what is never sent. */
    lane: p.text(),
    state: p.enum(deliveryStates),
    /** What is sent, made at the first attempt and kept, so that no id stands for two contents. */
    message: p.json<Readonly<Record<string, unknown>>>().nullable(),
    /** How often it has been tried since it was made, or was sent again by hand. */
    tries: p.integer(),
    /** How often it was sent again by hand. */
    resent: p.integer(),
    nextAttemptAt: p.datetime(3).nullable(),
    /** Whom attempts have reached that others follow, by the channel's own ids. */
    reached: p.array().nullable(),
    /** What the receiver calls the message that it took. */
    receipt: p.text().nullable(),
    /** The furthest that the receiver has told of it since. */
    progress: p.enum(deliveryProgress).nullable(),
    createdAt: p.datetime(3),
  },
});
export type ActionDelivery = InferEntity<typeof ActionDeliveryEntity>;

export const ActionAttemptEntity = defineEntity({
  name: 'ActionAttempt',
  tableName: 'action_attempt',
  properties: {
    operatorId: p.text().primary(),
    deliveryId: p.text().primary(),
    number: p.integer().primary(),
    at: p.datetime(3),
    outcome: p.text(),
    detail: p.text().nullable(),
    durationMs: p.integer(),
  },
});
export type ActionAttempt = InferEntity<typeof ActionAttemptEntity>;

export const InboxMessageEntity = defineEntity({
  name: 'InboxMessage',
  tableName: 'inbox_message',
  properties: {
    ...tenantKey,
    beneficiaryId: p.text(),
    occurrenceId: p.text().nullable(),
    title: p.text(),
    body: p.text(),
    createdAt: p.datetime(3),
    readAt: p.datetime(3).nullable(),
  },
});
export type InboxMessage = InferEntity<typeof InboxMessageEntity>;
