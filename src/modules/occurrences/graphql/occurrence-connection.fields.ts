import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { encodePosition } from '../../../platform/events/cursor.js';
import { readHead } from '../../../platform/events/log.js';
import { contextValue, type RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceList } from '../read/list-occurrences.js';
import { OccurrenceConnection } from './occurrence-connection.type.js';

/** The head of the log in the snapshot that the page is read from, so that the two agree exactly. */
const streamCursorOf = contextValue(async (ctx) =>
  encodePosition(await readHead(await ctx.read(), ctx.caller.operatorId)),
);

@Resolver(() => OccurrenceConnection)
export class OccurrenceConnectionFields {
  @FieldResolver(() => Int, { nullable: true, description: 'How many there are on all pages.' })
  totalCount(@Root() list: OccurrenceList): Promise<number> {
    return list.count();
  }

  @FieldResolver(() => String, {
    description:
      'A stream `after` it joins this page without a seam: it tells of everything that the page does not have yet.',
  })
  streamCursor(@Ctx() ctx: RequestContext): Promise<string> {
    return streamCursorOf(ctx);
  }
}
