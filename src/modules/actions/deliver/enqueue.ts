import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobQueue } from '../../../platform/jobs/index.js';
import type { ActionDelivery } from '../delivery.entity.js';

/** The channel of the bus on which those who deliver are woken. */
export const deliveryWakes = 'deliveries';

const jobLane = ({ occurrenceId, lane }: Pick<ActionDelivery, 'occurrenceId' | 'lane'>) => `${occurrenceId} ${lane}`;

const jobGroup = (operatorId: string, lane: string) => `${operatorId} ${lane}`;

/** A job for each delivery, committed with it. */
export const enqueue = (
  em: EntityManager,
  jobs: JobQueue,
  deliveries: readonly Pick<ActionDelivery, 'operatorId' | 'id' | 'occurrenceId' | 'lane'>[],
): Promise<void> =>
  jobs.send(
    em,
    'delivery',
    deliveries.map(({ operatorId, id: deliveryId, occurrenceId, lane }) => ({
      content: { operatorId, deliveryId, lane },
      lane: jobLane({ occurrenceId, lane }),
      group: jobGroup(operatorId, lane),
    })),
  );

/** All that waits in a lane of an operator's, for whatever time, is tried now. */
export const hastenLane = (em: EntityManager, jobs: JobQueue, operatorId: string, lane: string): Promise<void> =>
  jobs.hastenGroup(em, 'delivery', jobGroup(operatorId, lane));

/** What waits for its next attempt is tried now; those before it in its lane first. */
export const hasten = (em: EntityManager, jobs: JobQueue, delivery: ActionDelivery): Promise<void> =>
  jobs.hasten(em, 'delivery', jobLane(delivery));
