import { expect, it, vi } from 'vitest';
import { type Job, JobQueue } from '../../src/platform/jobs/index.js';
import { createTestDatabase, withClient } from '../kit/database.js';

const unscoped = { operatorId: 'opr_none' };

async function openQueue() {
  const resources = new AsyncDisposableStack();
  const { database, ownerUrl } = resources.use(await createTestDatabase());
  const errors: unknown[] = [];
  const open = async () =>
    resources.use(await JobQueue.open(database, { works: true, onError: (error) => errors.push(error) }));
  const send = (queue: JobQueue, ...jobs: [name: string, lane: string][]) =>
    database.transaction(unscoped, (em) =>
      queue.send(
        em,
        'delivery',
        jobs.map(([name, lane]) => ({ content: { name }, lane, group: 'all' })),
      ),
    );
  const left = async () => {
    const sql = `select count(*)::int as jobs from jobs.job where state <> 'completed'`;
    const { rows } = await withClient(ownerUrl, (client) => client.query<{ jobs: number }>(sql));
    return rows[0]!.jobs;
  };
  const settle = (job: Job, work: (em: Parameters<Job['complete']>[0]) => Promise<void>) =>
    database.transaction(unscoped, work);
  return {
    database,
    ownerUrl,
    errors,
    open,
    send,
    settle,
    left,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

it('sends nothing for a change that is rolled back, and does everything that was committed, once', async () => {
  await using queues = await openQueue();
  const queue = await queues.open();
  const done: string[] = [];
  await expect(
    queues.database.transaction(unscoped, async (em) => {
      await queue.send(em, 'delivery', [{ content: { name: 'never' }, lane: 'x', group: 'all' }]);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  const names = Array.from({ length: 100 }, (_, i) => `job ${i}`);
  await queues.send(queue, ...names.map((name) => [name, name] as [string, string]));
  queue.work({
    queue: 'delivery',
    groupConcurrency: 50,
    handle: async (job) => {
      await queues.settle(job, (em) => job.complete(em));
      done.push(job.content.name!);
    },
  });
  await vi.waitUntil(async () => (await queues.left()) === 0, 10_000);
  expect(done.sort()).toEqual(names.sort());
  expect(queues.errors).toEqual([]);
});

it('sends for as many changes at once as there are connections, from the first on', async () => {
  await using queues = await openQueue();
  const queue = await queues.open();
  const names = Array.from({ length: 50 }, (_, i) => `job ${i}`);
  await Promise.all(names.map((name) => queues.send(queue, [name, name])));
  expect(await queues.left()).toBe(50);
});

it('does the jobs of a lane one after the other, and holds the lane of one that is postponed', async () => {
  await using queues = await openQueue();
  const queue = await queues.open();
  const done: string[] = [];
  await queues.send(queue, ['first', 'a']);
  await queues.send(queue, ['second', 'a']);
  await queues.send(queue, ['other', 'b']);
  let postponed = 0;
  queue.work({
    queue: 'delivery',
    groupConcurrency: 10,
    handle: async (job) => {
      if (job.content.name === 'first' && postponed++ === 0) await queues.settle(job, (em) => job.postpone(em, 1));
      else {
        await queues.settle(job, (em) => job.complete(em));
        done.push(job.content.name!);
      }
    },
  });
  await vi.waitUntil(async () => (await queues.left()) === 0, 10_000);
  expect(done).toEqual(['other', 'first', 'second']);
});

it('tries again what ends in a fault', async () => {
  await using queues = await openQueue();
  const queue = await queues.open();
  await queues.send(queue, ['faulty', 'a']);
  let attempts = 0;
  queue.work({
    queue: 'delivery',
    groupConcurrency: 10,
    handle: async (job) => {
      attempts += 1;
      if (attempts === 1) throw new Error('fault');
      await queues.settle(job, (em) => job.complete(em));
    },
  });
  await vi.waitUntil(async () => (await queues.left()) === 0, 10_000);
  expect(attempts).toBe(2);
  expect(queues.errors).toMatchObject([{ message: 'fault' }]);
});

it('hastens what holds a lane, also where a job that was asked for before it came after it', async () => {
  await using queues = await openQueue();
  const queue = await queues.open();
  const begun = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  const done: string[] = [];
  const second = queues.database.transaction(unscoped, async (em) => {
    // The time of its job is that at which the change began.
    await em.execute('select 1');
    begun.resolve();
    await first.promise;
    await queue.send(em, 'delivery', [{ content: { name: 'second' }, lane: 'a', group: 'all' }]);
  });
  await begun.promise;
  await queues.send(queue, ['first', 'a']);
  const postponed = Promise.withResolvers<void>();
  queue.work({
    queue: 'delivery',
    groupConcurrency: 10,
    handle: async (job) => {
      const { name } = job.content;
      const again = name === 'first' && !done.includes('postponed');
      await queues.settle(job, (em) => (again ? job.postpone(em, 3_600) : job.complete(em)));
      done.push(again ? 'postponed' : name!);
      if (again) postponed.resolve();
    },
  });
  await postponed.promise;
  first.resolve();
  await second;
  await queues.database.transaction(unscoped, (em) => queue.hasten(em, 'delivery', 'a'));
  await vi.waitUntil(async () => (await queues.left()) === 0, 10_000);
  expect(done).toEqual(['postponed', 'first', 'second']);
});

it('forgets what has long been done', async () => {
  await using queues = await openQueue();
  const queue = await queues.open();
  await queues.send(queue, ['old', 'a'], ['waiting', 'b']);
  const kept = () =>
    withClient(queues.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(`select data ->> 'name' as name from jobs.job`);
      return rows.map(({ name }) => name);
    });
  await withClient(queues.ownerUrl, (client) =>
    client.query(`update jobs.job set state = 'completed', started_on = now(), completed_on = now() - interval '1 day'
                   where data ->> 'name' = 'old'`),
  );
  await vi.waitUntil(async () => (await kept()).join() === 'waiting' || queues.errors.length > 0, 20_000);
  expect(queues.errors).toEqual([]);
  expect(await kept()).toEqual(['waiting']);
}, 30_000);
