import { ObjectType } from 'type-graphql';
import { OccurrenceEventObject } from './occurrence-event.type.js';

// What they say is in status-events.fields.ts.

@ObjectType('OccurrenceCreated', { implements: OccurrenceEventObject, description: 'It was opened.' })
export class OccurrenceCreatedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceStatusChanged', {
  implements: OccurrenceEventObject,
  description: 'It was moved to another status.',
})
export class OccurrenceStatusChangedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceReopened', {
  implements: OccurrenceEventObject,
  description: 'It was closed and is open again.',
})
export class OccurrenceReopenedObject extends OccurrenceEventObject {}
