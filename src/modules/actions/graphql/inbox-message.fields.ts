import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { OccurrenceObject } from '../../occurrences/graphql/index.js';
import { occurrenceLoader, type OccurrenceRow } from '../../occurrences/index.js';
import type { InboxMessage } from '../delivery.entity.js';
import { InboxMessageObject } from './inbox-message.type.js';

@Resolver(() => InboxMessageObject)
export class InboxMessageFields {
  @FieldResolver(() => OccurrenceObject, {
    nullable: true,
    description: 'What it tells of; null where the member cannot see it now.',
  })
  async occurrence(@Root() { occurrenceId }: InboxMessage, @Ctx() ctx: RequestContext): Promise<OccurrenceRow | null> {
    return occurrenceId ? occurrenceLoader(ctx).load(occurrenceId) : null;
  }
}
