import type { ResolverClass } from '../../../platform/graphql/schema.js';
import { MyOccurrenceUpdatesSubscription } from './my-occurrence-updates.subscription.js';
import { OccurrenceUpdatesSubscription } from './occurrence-updates.subscription.js';
import { OccurrencesChangeStatusProgressSubscription } from './occurrences-change-status-progress.subscription.js';
import { QueueCountersSubscription } from './queue-counters.subscription.js';
import { QueueUpdatesSubscription } from './queue-updates.subscription.js';

/** What follows occurrences live. */
export const streamResolvers: readonly ResolverClass[] = [
  QueueUpdatesSubscription,
  OccurrenceUpdatesSubscription,
  MyOccurrenceUpdatesSubscription,
  QueueCountersSubscription,
  OccurrencesChangeStatusProgressSubscription,
];
