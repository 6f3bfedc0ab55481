import { Field, ID, ObjectType } from 'type-graphql';
import type { StoredEvent } from '../../../platform/events/index.js';
import { describedEnum } from '../../../platform/graphql/enum.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import type { UpdateKind } from '../streams/update.js';
import { OccurrenceEventObject } from './occurrence-event.type.js';
import { OccurrenceObject } from './occurrence.type.js';

export const UpdateKindEnum = describedEnum<UpdateKind>('UpdateKind', 'What a payload of a stream tells.', {
  READY: 'The first payload of every stream: from here on nothing is missed.',
  ENTERED: 'It now matches the filter.',
  UPDATED: 'It still does.',
  LEFT: 'It no longer does, or the caller may no longer see it.',
  GAP: 'The cursor is too old, of another log, or this client too slow: read the query again, then go on from this cursor.',
});

@ObjectType('OccurrenceUpdate', {
  description: 'One payload of a stream. The kind is that of the event; the occurrence is as it is now.',
})
export class OccurrenceUpdateObject {
  @Field(() => UpdateKindEnum, { description: 'What it tells.' })
  kind!: UpdateKind;
  @Field(() => String, { description: 'Hand it back as `after` to go on from here; good for every stream.' })
  cursor!: string;
  @Field(() => ID, { nullable: true, description: 'Which occurrence; null for READY and GAP.' })
  occurrenceId!: string | null;
  @Field(() => OccurrenceObject, {
    nullable: true,
    description: 'As it is now; null for READY and GAP, and where the caller may not see it any more.',
  })
  occurrence!: OccurrenceRow | null;
  @Field(() => OccurrenceEventObject, {
    nullable: true,
    description: 'What happened; null for READY and GAP, and where the caller may not see it any more.',
  })
  event!: StoredEvent | null;
}
