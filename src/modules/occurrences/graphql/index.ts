import { readResolvers } from './read-resolvers.js';
import { streamResolvers } from './stream-resolvers.js';
import { writeResolvers } from './write-resolvers.js';

export { OccurrencePayload, payloadOf } from './occurrence-payload.js';
export { OccurrenceObject } from './occurrence.type.js';
export { OccurrenceStatusChangedObject } from './status-events.type.js';

export const resolvers = [...readResolvers, ...writeResolvers, ...streamResolvers];
