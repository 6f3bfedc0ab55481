import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { streamNotFound } from '../../../platform/graphql/errors.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import { mayFollow } from '../read/visible-occurrences.js';
import { delivered } from '../streams/delivered.js';
import { followLog } from '../streams/follow.js';
import { ofOccurrence, ofOwnOccurrence } from '../streams/judges.js';
import { openAfter } from '../streams/opening.js';
import type { StreamUpdate } from '../streams/update.js';
import { OccurrenceUpdateObject } from './occurrence-update.type.js';

interface Args {
  readonly occurrenceId: string;
  readonly after?: string | null;
}

@Resolver()
export class OccurrenceUpdatesSubscription {
  @Requires('occurrence:read', 'occurrence:readOwn')
  @Subscription(() => OccurrenceUpdateObject, {
    description:
      'All that happens to one occurrence. NOT_FOUND where it is missing or not visible; where it becomes hidden from its beneficiary it has LEFT, and may come back.',
    subscribe: streamSource(async (context, { occurrenceId, after }: Args) => {
      const opening = await openAfter(context, after);
      if (!(await mayFollow(context, occurrenceId))) throw streamNotFound();
      const own = !context.caller.permissions.has('occurrence:read');
      return followLog(
        context,
        opening,
        own ? ofOwnOccurrence(occurrenceId, context.caller.personId) : ofOccurrence(occurrenceId),
      );
    }),
  })
  occurrenceUpdates(
    @Root() update: StreamUpdate,
    @Ctx() ctx: RequestContext,
    @Arg('occurrenceId', () => ID, { description: 'Which occurrence.' }) _occurrenceId: unknown,
    @Arg('after', () => String, { nullable: true, description: 'Go on from this cursor; from now on unless given.' })
    _after: unknown,
  ) {
    return delivered(ctx, update);
  }
}
