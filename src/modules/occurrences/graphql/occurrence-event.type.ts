import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, InterfaceType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import type { StoredEvent } from '../../../platform/events/event.entity.js';
import type { EventPayload, OccurrenceEventKind } from '../events.js';

/** An event of one kind as it is kept. */
export type EventOf<Kind extends OccurrenceEventKind = OccurrenceEventKind> = Omit<StoredEvent, 'payload'> & {
  readonly payload: Extract<EventPayload, { readonly kind: Kind }>;
};

const typeNames: Readonly<Record<OccurrenceEventKind, string>> = {
  CREATED: 'OccurrenceCreated',
  STATUS_CHANGED: 'OccurrenceStatusChanged',
  ASSIGNED: 'OccurrenceAssigned',
  TAB_ENTRY_SAVED: 'OccurrenceTabEntrySaved',
  NOTE_ADDED: 'OccurrenceNoteAdded',
  ATTACHMENT_ADDED: 'OccurrenceAttachmentAdded',
  MESSAGE_POSTED: 'OccurrenceMessagePosted',
  MESSAGE_EDITED: 'OccurrenceMessageEdited',
  MESSAGE_WITHDRAWN: 'OccurrenceMessageWithdrawn',
  MESSAGES_READ: 'OccurrenceMessagesRead',
  UPDATED: 'OccurrenceUpdated',
  REOPENED: 'OccurrenceReopened',
  SLA_STATE_CHANGED: 'OccurrenceSlaStateChanged',
  ACTION_SETTLED: 'OccurrenceActionSettled',
  REANALYSIS_REQUESTED: 'OccurrenceReanalysisRequested',
};

/** Its root value is the row of the log; who did it is in authorship.fields.ts. */
@InterfaceType('OccurrenceEvent', {
  description: 'One fact about an occurrence. The history of an occurrence and every live stream are made of these.',
  resolveType: ({ payload }: EventOf) => typeNames[payload.kind],
})
export abstract class OccurrenceEventObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;
  @Field(() => Int, {
    description:
      "The occurrence's version once this had happened: 1, 2, 3, without a gap for staff; a beneficiary is not told of everything.",
  })
  version!: number;
  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  occurredAt!: Date;
}

export const { Connection: OccurrenceEventConnection } = connectionTypes(
  'OccurrenceEvent',
  // An interface, which a page may be of as of an object.
  () => OccurrenceEventObject as new () => OccurrenceEventObject,
);
