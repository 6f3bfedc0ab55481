import type { Logger } from 'pino';
import type { Database } from './platform/database/database.js';
import { JobQueue } from './platform/jobs/index.js';

/** The queue of jobs that this process sends to, and works off once it is told to. */
export const openJobs = (database: Database, log: Logger, works: boolean): Promise<JobQueue> =>
  JobQueue.open(database, {
    works,
    onError: (error) => log.warn({ err: error }, 'jobs cannot be reached, or one has failed'),
  });
