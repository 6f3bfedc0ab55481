export type { Balance } from './budget.js';
export { Credentials, TooManyFailures } from './credentials.js';
export { type Payer, payerOf, strangerAt } from './payer.js';
export { type RateLimitOptions, RateLimits } from './rate-limits.js';
export { headersOf, refusalOf } from './told.js';
