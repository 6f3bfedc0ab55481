import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import { delivered } from '../streams/delivered.js';
import { followLog } from '../streams/follow.js';
import { byFilter } from '../streams/judges.js';
import { openAfter } from '../streams/opening.js';
import { streamFilter } from '../streams/stream-filter.js';
import type { StreamUpdate } from '../streams/update.js';
import { OccurrenceFilterInput } from './occurrence-filter.input.js';
import { OccurrenceUpdateObject } from './occurrence-update.type.js';

interface Args {
  readonly filter?: OccurrenceFilterInput | null;
  readonly after?: string | null;
}

@Resolver()
export class QueueUpdatesSubscription {
  @Requires('occurrence:read')
  @Subscription(() => OccurrenceUpdateObject, {
    description: 'The live queue: what enters, changes and leaves what the filter selects.',
    subscribe: streamSource(async (context, { filter, after }: Args) => {
      const opening = await openAfter(context, after);
      return followLog(context, opening, byFilter(await streamFilter(context, filter)));
    }),
  })
  queueUpdates(
    @Root() update: StreamUpdate,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => OccurrenceFilterInput, { nullable: true, description: 'Which occurrences; all unless given.' })
    _filter: unknown,
    @Arg('after', () => String, { nullable: true, description: 'Go on from this cursor; from now on unless given.' })
    _after: unknown,
  ) {
    return delivered(ctx, update);
  }
}
