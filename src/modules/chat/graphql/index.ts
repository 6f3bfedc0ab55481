import { QueueClaimNextMutation } from './queue-claim-next.mutation.js';

export const resolvers = [QueueClaimNextMutation];
