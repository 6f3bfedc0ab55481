import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { notAvailable } from '../../../platform/graphql/errors.js';
import { OccurrenceActivityObject } from './occurrence-activity.type.js';

@Resolver()
export class OccurrenceActivitySubscription {
  @Requires('occurrence:read', 'occurrence:readOwn')
  @Subscription(() => OccurrenceActivityObject, {
    description:
      'Who is looking at an occurrence and who is typing. Not kept. NOT_AVAILABLE where the server is not set up for it.',
    subscribe: () => {
      throw notAvailable('This server does not tell who is looking at an occurrence.');
    },
  })
  occurrenceActivity(
    @Root() activity: OccurrenceActivityObject,
    @Arg('occurrenceId', () => ID, { description: 'Which occurrence.' }) _occurrenceId: unknown,
  ) {
    return activity;
  }
}
