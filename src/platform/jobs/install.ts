import { PgBoss } from 'pg-boss';
import { jobSchema, queueOptions, queuePolicy, queues } from './queues.js';

/** Brings the tables of the job queue up to date. Run by the owner of the database, with the migrations. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobSchema, supervise: false, schedule: false, max: 1 });
  const failure = Promise.withResolvers<never>();
  boss.on('error', failure.reject);
  const install = async () => {
    await boss.start();
    for (const name of queues) {
      await boss.createQueue(name, { policy: queuePolicy, ...queueOptions });
      await boss.updateQueue(name, queueOptions);
    }
  };
  try {
    await Promise.race([install(), failure.promise]);
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
}
