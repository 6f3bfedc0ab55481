import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, type JobWithMetadata, type JobResult, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.js';
import { jobSchema, type QueueName } from './queues.js';

/** Ids alone: what a job is about is read again when it is done. */
export type JobContent = Readonly<Record<string, string>>;

export interface NewJob {
  readonly content: JobContent;
  /** Jobs of one lane are done one after the other. */
  readonly lane: string;
  /** Of each group, `Work.groupConcurrency` are done at once at the most. */
  readonly group: string;
}

/** A job that is being done, to be settled within the transaction that makes it so. */
export interface Job {
  readonly content: JobContent;
  /** Aborted where another process has taken it up, or this one stops. */
  readonly signal: AbortSignal;
  /** It is done with. */
  complete(em: EntityManager): Promise<void>;
  /** It comes back after so many seconds, and its lane waits. */
  postpone(em: EntityManager, seconds: number): Promise<void>;
}

export interface Work {
  readonly queue: QueueName;
  readonly groupConcurrency: number;
  readonly handle: (job: Job) => Promise<void>;
}

export interface JobQueueOptions {
  /** Whether this process does jobs too, and so keeps the queues in order. */
  readonly works: boolean;
  readonly onError: (error: unknown) => void;
}

const batchSize = 10;
const batchesAtOnce = 6;
const pollingSeconds = 0.5;
const upkeepSeconds = 10;
const graceMs = 8_000;

/** The jobs of the product, kept in its database: sent with the change that asks for them, or not at all. */
export class JobQueue implements AsyncDisposable {
  readonly #boss: PgBoss;
  readonly #onError: JobQueueOptions['onError'];
  readonly #workers: string[] = [];

  private constructor(boss: PgBoss, { onError }: JobQueueOptions) {
    this.#boss = boss;
    this.#onError = onError;
  }

  /**
   * Reads what there is to know about the queues, so that to send needs the change's own connection and no other: changes
   * that hold all connections, and wait for one more, would wait for ever.
   */
  static async open(database: Database, options: JobQueueOptions): Promise<JobQueue> {
    const boss = new PgBoss({
      db: fromKysely(database.unscoped()),
      schema: jobSchema,
      migrate: false,
      createSchema: false,
      schedule: false,
      supervise: options.works,
      superviseIntervalSeconds: upkeepSeconds,
      monitorIntervalSeconds: upkeepSeconds,
      reindex: false,
      monitorVacuum: false,
    });
    boss.on('error', options.onError);
    return new JobQueue(await boss.start(), options);
  }

  /** Within a transaction: they are there once it is committed. */
  async send(em: EntityManager, queue: QueueName, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#boss.insert(
      queue,
      jobs.map(({ content, lane, group }) => ({ data: content, singletonKey: lane, group: { id: group } })),
      { db: within(em) },
    );
  }

  /** What waits first in a lane comes now, and not at its time. */
  async hasten(em: EntityManager, queue: QueueName, lane: string): Promise<void> {
    await this.#boss.update(queue, undefined, { singletonKey: lane, match: 'oldest', startAfter: 0, db: within(em) });
  }

  /** Starts to do the jobs of a queue. */
  async work({ queue, groupConcurrency, handle }: Work): Promise<void> {
    const boss = this.#boss;
    const one = async (job: JobWithMetadata<JobContent>): Promise<JobResult> => {
      try {
        await handle(this.#held(boss, queue, job));
        // Nothing is left to settle where the handler did; else it is done with now.
        return { id: job.id, status: 'completed' };
      } catch (error) {
        this.#onError(error);
        return { id: job.id, status: 'failed' };
      }
    };
    const id = await boss.work<JobContent, unknown, WorkTerms>(
      queue,
      {
        includeMetadata: true,
        perJobResults: true,
        batchSize,
        burstWhenBatchFull: true,
        localConcurrency: batchesAtOnce,
        groupConcurrency,
        pollingIntervalSeconds: pollingSeconds,
      },
      (jobs: JobWithMetadata<JobContent>[]) => Promise.all(jobs.map(one)),
    );
    this.#workers.push(id);
  }

  /** Something was sent: look now. Otherwise it is found within half a second. */
  wake(): void {
    const mine = this.#boss.getWipData().filter(({ workId }) => this.#workers.includes(workId));
    const free = mine.find(({ count }) => count === 0) ?? mine[0];
    if (free) this.#boss.notifyWorker(free.id);
  }

  /** Waits for the jobs that are being done. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: graceMs, close: false });
  }

  #held(boss: PgBoss, queue: QueueName, { id, retryCount, data, signal }: JobWithMetadata<JobContent>): Job {
    const attempt = { id, retryCount };
    return {
      content: data,
      signal,
      complete: async (em) => void (await boss.complete(queue, attempt, null, { db: within(em) })),
      postpone: async (em, seconds) => {
        const db = within(em);
        await boss.fail(queue, attempt, null, { db });
        await boss.update(queue, undefined, { id, startAfter: Math.max(0, Math.ceil(seconds)), db });
      },
    };
  }
}

interface WorkTerms {
  includeMetadata: true;
  perJobResults: true;
  batchSize: number;
  burstWhenBatchFull: true;
  localConcurrency: number;
  groupConcurrency: number;
  pollingIntervalSeconds: number;
}

const within = (em: EntityManager) => fromKysely(em.getKysely());
