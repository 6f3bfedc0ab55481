import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { ConnectionArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { listOccurrences, type OccurrenceList } from '../read/list-occurrences.js';
import { OccurrenceConnection } from './occurrence-connection.type.js';
import { OccurrenceFilterInput } from './occurrence-filter.input.js';

@Resolver()
export class MyOccurrencesQuery {
  @Requires('occurrence:readOwn')
  @Query(() => OccurrenceConnection, {
    description:
      "The calling beneficiary's own history and that of their dependants, newest first: what a mobile app shows.",
  })
  myOccurrences(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => OccurrenceFilterInput, { nullable: true, description: 'Which ones; all unless given.' })
    filter: OccurrenceFilterInput | null,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<OccurrenceList> {
    return listOccurrences(ctx, { ...page, filter });
  }
}
