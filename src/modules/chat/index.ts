export { claimNext, type QueueClaim } from './queue-claim.js';
export { type ClaimOrder, claimOrders } from './waiting.js';
