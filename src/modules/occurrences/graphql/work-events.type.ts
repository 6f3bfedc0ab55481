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
  description:
    'A deadline of it stands in another way by time alone: within 2 s of the instant, later where nothing ran that tells it, and then with what was skipped over left out. ' +
    "Where a change of the occurrence does it (a pause, an answer), the event of that change is the only one. A beneficiary is told of the regulator's alone.",
})
export class OccurrenceSlaStateChangedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceActionSettled', {
  implements: OccurrenceEventObject,
  description:
    'A delivery of it has ended, one way or the other: again where it was sent again, or where what had taken it tells later that it failed.',
})
export class OccurrenceActionSettledObject extends OccurrenceEventObject {}
