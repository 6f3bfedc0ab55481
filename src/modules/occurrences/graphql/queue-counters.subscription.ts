import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import type { OccurrenceCounters } from '../read/count-occurrences.js';
import { followCounters } from '../streams/follow-counters.js';
import { OccurrenceCountersObject } from './occurrence-counters.type.js';
import { OccurrenceFilterInput } from './occurrence-filter.input.js';

interface Args {
  readonly filter?: OccurrenceFilterInput | null;
}

@Resolver()
export class QueueCountersSubscription {
  @Requires('occurrence:read')
  @Subscription(() => OccurrenceCountersObject, {
    description:
      'The counters of a queue: now, and after every change of them. What happens within a tenth of a second is told together.',
    subscribe: streamSource((context, { filter }: Args) => followCounters(context, filter)),
  })
  queueCounters(
    @Root() counters: OccurrenceCounters,
    @Arg('filter', () => OccurrenceFilterInput, { nullable: true, description: 'Which occurrences; all unless given.' })
    _filter: unknown,
  ) {
    return counters;
  }
}
