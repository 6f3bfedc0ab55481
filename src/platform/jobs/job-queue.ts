import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Database } from '../database/database.js';
import { attemptOf, type ClaimedJob, type JobContent, JobWorker } from './job-worker.js';
import { jobSchema, type QueueName } from './queues.js';

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

const upkeepSeconds = 10;
/** With a second of draining before it, and a time to end in after it, within ten seconds. */
const graceMs = 6_000;

/** The jobs of the product, kept in its database: sent with the change that asks for them, or not at all. */
export class JobQueue implements AsyncDisposable {
  readonly #boss: PgBoss;
  readonly #onError: JobQueueOptions['onError'];
  readonly #workers: JobWorker[] = [];

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
      db: { executeSql: (text, values) => database.executeUnscoped(text, values) },
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

  /** What waits in a lane comes now, and not at its time. All of it: which job holds the lane is not told by their age. */
  async hasten(em: EntityManager, queue: QueueName, lane: string): Promise<void> {
    await this.#boss.update(queue, undefined, { singletonKey: lane, match: 'all', startAfter: 0, db: within(em) });
  }

  /** All that waits in a group comes now. */
  async hastenGroup(em: EntityManager, queue: QueueName, group: string): Promise<void> {
    await em.execute(
      `update ${jobSchema}.job set start_after = now()
        where name = ? and group_id = ? and state < 'active' and start_after > now()`,
      [queue, group],
    );
  }

  /** Starts to do the jobs of a queue; answers with the way to stop, which waits for those that are being done. */
  work({ queue, groupConcurrency, handle }: Work): () => Promise<void> {
    const worker = new JobWorker(this.#boss, {
      queue,
      groupConcurrency,
      handle: (job, signal) => handle(this.#held(queue, job, signal)),
      onError: this.#onError,
    });
    this.#workers.push(worker);
    return () => worker.stop(graceMs);
  }

  /** Something was sent: look now. Otherwise it is found within half a second. */
  wake(): void {
    for (const worker of this.#workers) worker.wake();
  }

  /** Waits for the jobs that are being done. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop(graceMs)));
    await this.#boss.stop({ graceful: true, timeout: graceMs, close: false });
  }

  #held(queue: QueueName, job: ClaimedJob, signal: AbortSignal): Job {
    const boss = this.#boss;
    const attempt = attemptOf(job);
    return {
      content: job.data,
      signal,
      complete: async (em) => void (await boss.complete(queue, attempt, null, { db: within(em) })),
      postpone: async (em, seconds) => {
        const db = within(em);
        await boss.fail(queue, attempt, null, { db });
        await boss.update(queue, undefined, { id: job.id, startAfter: Math.max(0, Math.ceil(seconds)), db });
      },
    };
  }
}

const within = (em: EntityManager) => fromKysely(em.getKysely());
