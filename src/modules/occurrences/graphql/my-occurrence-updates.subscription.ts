import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import { familyOf } from '../../people/index.js';
import { delivered } from '../streams/delivered.js';
import { followLog } from '../streams/follow.js';
import { ofFamily } from '../streams/judges.js';
import { openAfter } from '../streams/opening.js';
import type { StreamUpdate } from '../streams/update.js';
import { OccurrenceUpdateObject } from './occurrence-update.type.js';

interface Args {
  readonly after?: string | null;
}

@Resolver()
export class MyOccurrenceUpdatesSubscription {
  @Requires('occurrence:readOwn')
  @Subscription(() => OccurrenceUpdateObject, {
    description: 'All that the calling beneficiary may see of their own occurrences.',
    subscribe: streamSource(async (context, { after }: Args) => {
      const opening = await openAfter(context, after);
      const family = new Set(await familyOf(context));
      return followLog(context, opening, ofFamily(context.caller.personId, family));
    }),
  })
  myOccurrenceUpdates(
    @Root() update: StreamUpdate,
    @Ctx() ctx: RequestContext,
    @Arg('after', () => String, { nullable: true, description: 'Go on from this cursor; from now on unless given.' })
    _after: unknown,
  ) {
    return delivered(ctx, update);
  }
}
