import { ObjectType } from 'type-graphql';
import { OccurrenceEventObject } from './occurrence-event.type.js';

// What they say is in message-events.fields.ts.

@ObjectType('OccurrenceMessageEdited', {
  implements: OccurrenceEventObject,
  description: 'Who wrote a message wrote it anew.',
})
export class OccurrenceMessageEditedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceMessageWithdrawn', {
  implements: OccurrenceEventObject,
  description: 'Who wrote a message took it back.',
})
export class OccurrenceMessageWithdrawnObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceMessagesRead', {
  implements: OccurrenceEventObject,
  description: 'One side has read what the other wrote.',
})
export class OccurrenceMessagesReadObject extends OccurrenceEventObject {}
