export type { AttachmentLinks } from './attachment-links.js';
export * from './occurrence.entity.js';
export { type OccurrenceCounters, countersFor } from './read/count-occurrences.js';
export { type ListArgs, listOccurrences, type OccurrenceList } from './read/list-occurrences.js';
export { occurrenceNodes } from './read/node-loaders.js';
export { mayFollow, occurrenceLoader, visibleOccurrences } from './read/visible-occurrences.js';
export { OccurrenceService } from './occurrence.service.js';
export { type OccurrenceFilter, resolveFilter } from './resolve-filter.js';
export type { Reaction, Recorded } from './write/recorded.js';
