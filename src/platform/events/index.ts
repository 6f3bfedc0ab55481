export { type Bus, InProcessBus } from './bus.js';
export { decodePosition, encodePosition, type LogPosition, positionOf } from './cursor.js';
export { type StoredEvent, StoredEventEntity } from './event.entity.js';
export { appendEvent, knowsPosition, readEvents, readHead } from './log.js';
export { RedisBus } from './redis-bus.js';
export { Signal } from './signal.js';
export { LogTail } from './tail.js';
export { LogTails } from './tails.js';
