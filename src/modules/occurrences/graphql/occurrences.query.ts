import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { ConnectionArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceOrder } from '../list-order.js';
import { listOccurrences, type OccurrenceList } from '../read/list-occurrences.js';
import { OccurrenceOrderEnum } from './enums.js';
import { OccurrenceConnection } from './occurrence-connection.type.js';
import { OccurrenceFilterInput } from './occurrence-filter.input.js';

@Resolver()
export class OccurrencesQuery {
  @Requires('occurrence:read')
  @Query(() => OccurrenceConnection, { description: 'The queue, or whatever part of it the filter selects.' })
  occurrences(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => OccurrenceFilterInput, { nullable: true, description: 'Which ones; all unless given.' })
    filter: OccurrenceFilterInput | null,
    @Arg('orderBy', () => OccurrenceOrderEnum, {
      nullable: true,
      defaultValue: 'NEWEST',
      description: 'What comes first.',
    })
    orderBy: OccurrenceOrder | null,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<OccurrenceList> {
    return listOccurrences(ctx, { ...page, filter, orderBy });
  }
}
