import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { occurrenceLoader } from '../read/visible-occurrences.js';
import { OccurrenceObject } from './occurrence.type.js';

@Resolver()
export class OccurrenceQuery {
  @Requires('occurrence:read', 'occurrence:readOwn')
  @Query(() => OccurrenceObject, {
    nullable: true,
    description: 'One occurrence; null where the caller can see no such thing.',
  })
  occurrence(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
  ): Promise<OccurrenceRow | null> {
    return occurrenceLoader(ctx).load(id);
  }
}
