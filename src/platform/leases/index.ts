export { InProcessLeases } from './in-process-leases.js';
export type { Held, LeaseStore } from './lease-store.js';
export { Leases } from './leases.js';
export { RedisLeases } from './redis-leases.js';
