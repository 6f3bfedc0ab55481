export { enteredStatus, type EventPayload } from './events.js';
export * from './occurrence.entity.js';
export { occurrenceNodes } from './read/node-loaders.js';
export { occurrenceLoader } from './read/visible-occurrences.js';
export { OccurrenceService } from './occurrence.service.js';
export { followEvents } from './streams/follow.js';
export type { DenialBasis } from './state.js';
export type { Reaction, Recorded } from './write/recorded.js';
export { settleAction } from './write/system-change.js';
