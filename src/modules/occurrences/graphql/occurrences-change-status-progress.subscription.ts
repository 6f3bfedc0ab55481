import { Arg, Field, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import { followProgress, type Progress } from '../bulk/follow-progress.js';

@ObjectType('BulkProgress', { description: 'How far a change of many occurrences is.' })
class BulkProgressObject implements Progress {
  @Field(() => Int, { description: 'How many there are; 0 before it starts.' })
  total!: number;
  @Field(() => Int, { description: 'How many have moved so far.' })
  changed!: number;
  @Field(() => Int, { description: 'How many were refused so far.' })
  refused!: number;
  @Field(() => Boolean, { description: 'Whether it has ended; the stream ends with it.' })
  finished!: boolean;
}

@Resolver()
export class OccurrencesChangeStatusProgressSubscription {
  @Requires('occurrence:bulk')
  @Subscription(() => BulkProgressObject, {
    description:
      'How far the caller’s `occurrencesChangeStatus` of that progressId is, now and about four times a second where it changes, until it has ended. It may be followed before it starts; after a minute without one the stream ends.',
    subscribe: streamSource((context, { progressId }: { progressId: string }) =>
      Promise.resolve(followProgress(context, progressId)),
    ),
  })
  occurrencesChangeStatusProgress(
    @Root() progress: Progress,
    @Arg('progressId', () => String, { description: 'As it is given to the mutation.' }) _progressId: string,
  ): BulkProgressObject {
    return progress;
  }
}
