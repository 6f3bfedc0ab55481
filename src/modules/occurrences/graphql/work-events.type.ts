import { ObjectType } from 'type-graphql';
import { OccurrenceEventObject } from './occurrence-event.type.js';

// What they say is in work-events.fields.ts.

@ObjectType('OccurrenceAssigned', {
  implements: OccurrenceEventObject,
  description: 'An attendant took it or was given it, or it went back to the queue.',
})
export class OccurrenceAssignedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceUpdated', { implements: OccurrenceEventObject, description: 'What describes it was corrected.' })
export class OccurrenceUpdatedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceSlaStateChanged', {
  implements: OccurrenceEventObject,
  description: 'A deadline of it stands in another way.',
})
export class OccurrenceSlaStateChangedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceActionSettled', {
  implements: OccurrenceEventObject,
  description:
    'A delivery of it has ended, one way or the other: again where it was sent again, or where what had taken it tells later that it failed.',
})
export class OccurrenceActionSettledObject extends OccurrenceEventObject {}
