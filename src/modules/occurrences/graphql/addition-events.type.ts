import { ObjectType } from 'type-graphql';
import { OccurrenceEventObject } from './occurrence-event.type.js';

// What they say is in addition-events.fields.ts.

@ObjectType('OccurrenceTabEntrySaved', { implements: OccurrenceEventObject, description: 'A tab was filled in.' })
export class OccurrenceTabEntrySavedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceNoteAdded', { implements: OccurrenceEventObject, description: 'A note was written.' })
export class OccurrenceNoteAddedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceAttachmentAdded', { implements: OccurrenceEventObject, description: 'A file was attached.' })
export class OccurrenceAttachmentAddedObject extends OccurrenceEventObject {}

@ObjectType('OccurrenceMessagePosted', { implements: OccurrenceEventObject, description: 'A message was sent.' })
export class OccurrenceMessagePostedObject extends OccurrenceEventObject {}
