import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { QueueName } from './queues.js';

/** Ids alone: what a job is about is read again when it is done. */
export type JobContent = Readonly<Record<string, string>>;

export type ClaimedJob = JobWithMetadata<JobContent>;

interface Running {
  readonly job: ClaimedJob;
  readonly aborting: AbortController;
  readonly ended: Promise<void>;
}

/** So many are done at once by a process. */
const mostAtOnce = 100;
const pollingMs = 500;
/** Of the ten seconds after which a job whose process says nothing is taken up by another. */
const heartbeatMs = 3_000;

export interface JobWorkerOptions {
  readonly queue: QueueName;
  readonly groupConcurrency: number;
  readonly handle: (job: ClaimedJob, signal: AbortSignal) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Fetches as many jobs as there is room for and does each by itself: one that takes its time holds up none of those
 * that were fetched with it. Each fetch looks at all that is ready, so the next waits until half of the last is done.
 */
export class JobWorker {
  readonly #running = new Map<string, Running>();
  readonly #loop: Promise<void>;
  readonly #heartbeat: NodeJS.Timeout;
  #look = Promise.withResolvers<void>();
  #stopping = false;
  /** What is still to be done of the last fetch before the next. */
  #before = 0;

  constructor(
    private readonly boss: PgBoss,
    private readonly options: JobWorkerOptions,
  ) {
    this.#heartbeat = setInterval(() => void this.#beat(), heartbeatMs);
    this.#loop = this.#run();
  }

  /** Something was sent: look now. */
  wake(): void {
    this.#look.resolve();
  }

  /** Fetches no more and waits for what is being done; what is not done in time is aborted, and then waited for. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#loop;
    const timer = setTimeout(() => {
      for (const { aborting } of this.#running.values()) aborting.abort();
    }, graceMs);
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    clearTimeout(timer);
    clearInterval(this.#heartbeat);
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const fetched = await this.#fetch();
      for (const job of fetched) this.#start(job);
      this.#before = Math.ceil(fetched.length / 2);
      const timer = setTimeout(() => this.wake(), pollingMs);
      await this.#look.promise;
      clearTimeout(timer);
      this.#look = Promise.withResolvers();
    }
  }

  async #fetch(): Promise<ClaimedJob[]> {
    const room = mostAtOnce - this.#running.size;
    if (room <= 0) return [];
    const { queue, groupConcurrency } = this.options;
    try {
      return await this.boss.fetch<JobContent>(queue, { batchSize: room, includeMetadata: true, groupConcurrency });
    } catch (error) {
      this.options.onError(error);
      return [];
    }
  }

  #start(job: ClaimedJob): void {
    const aborting = new AbortController();
    const ended = this.#do(job, aborting.signal).then(() => {
      this.#running.delete(job.id);
      this.#before -= 1;
      if (this.#before === 0) this.wake();
    });
    this.#running.set(job.id, { job, aborting, ended });
  }

  async #do(job: ClaimedJob, signal: AbortSignal): Promise<void> {
    try {
      await this.options.handle(job, signal);
    } catch (error) {
      this.options.onError(error);
      await this.boss.fail(this.options.queue, attemptOf(job)).catch(this.options.onError);
    }
  }

  /** Says that the jobs are still being done, and lets go of those that somebody else has taken up. */
  async #beat(): Promise<void> {
    const held = [...this.#running.values()];
    try {
      if (held.length === 0 || (await this.#touched(held)) === held.length) return;
      for (const one of held) if ((await this.#touched([one])) === 0) one.aborting.abort();
    } catch (error) {
      this.options.onError(error);
    }
  }

  async #touched(held: readonly Running[]): Promise<number> {
    const attempts = held.map(({ job }) => attemptOf(job));
    // Its types leave out what its documents promise.
    const { affected } = (await this.boss.touch(this.options.queue, attempts)) as { affected: number };
    return affected;
  }
}

/** Fences what is done to a job to the attempt that was fetched. */
export const attemptOf = ({ id, retryCount }: ClaimedJob) => ({ id, retryCount });
