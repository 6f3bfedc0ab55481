import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { countersFor, type OccurrenceCounters } from '../read/count-occurrences.js';
import { OccurrenceCountersObject } from './occurrence-counters.type.js';
import { OccurrenceFilterInput } from './occurrence-filter.input.js';

@Resolver()
export class OccurrenceCountersQuery {
  @Requires('occurrence:read')
  @Query(() => OccurrenceCountersObject, { description: 'How many there are, by what the queue is looked at by.' })
  occurrenceCounters(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => OccurrenceFilterInput, { nullable: true, description: 'Which ones; all unless given.' })
    filter: OccurrenceFilterInput | null,
  ): Promise<OccurrenceCounters> {
    return countersFor(ctx, filter);
  }
}
