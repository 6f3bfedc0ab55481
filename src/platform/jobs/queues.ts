export const jobSchema = 'jobs';

/** What a process may be asked to do later. */
export const queues = ['delivery'] as const;
export type QueueName = (typeof queues)[number];

/** One job of a lane at a time, in the order in which they were sent. */
export const queuePolicy = 'key_strict_fifo';

export const queueOptions = {
  // A process that was killed says nothing for so long; then another takes the job up.
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  // Handlers say themselves when a job comes back and when it is done with; what they throw is a fault, tried again.
  retryLimit: 1_000_000,
  retryDelay: 2,
  retentionSeconds: 60 * 24 * 3_600,
  deleteAfterSeconds: 3_600,
} as const;
