import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import { followActivity } from '../follow-activity.js';
import type { Present } from '../present.js';
import { OccurrenceActivityObject } from './occurrence-activity.type.js';

interface Args {
  readonly occurrenceId: string;
}

@Resolver()
export class OccurrenceActivitySubscription {
  @Requires('occurrence:read', 'occurrence:readOwn')
  @Subscription(() => OccurrenceActivityObject, {
    description:
      'Who is looking at an occurrence and who is typing: at once, and whenever it has become others. The subscriber looks for as long as it is open, and for 10 s more where it is cut off. Not kept. NOT_FOUND where it is missing or not visible; while it is hidden from a beneficiary nothing is told.',
    subscribe: streamSource((context, { occurrenceId }: Args) => followActivity(context, occurrenceId)),
  })
  occurrenceActivity(
    @Root() activity: Present,
    @Arg('occurrenceId', () => ID, { description: 'Which occurrence.' }) _occurrenceId: unknown,
  ): Present {
    return activity;
  }
}
