import { readResolvers } from './read-resolvers.js';
import { streamResolvers } from './stream-resolvers.js';
import { writeResolvers } from './write-resolvers.js';

export { AttachmentObject } from './attachment.type.js';
export { MessageObject } from './message.type.js';
export { NoteObject } from './note.type.js';
export { OccurrenceCountersObject } from './occurrence-counters.type.js';
export { OccurrenceEventObject } from './occurrence-event.type.js';
export { OccurrenceFilterInput } from './occurrence-filter.input.js';
export { OccurrenceObject } from './occurrence.type.js';
export { TabEntryObject } from './tab-entry.type.js';

export const resolvers = [...readResolvers, ...writeResolvers, ...streamResolvers];
