import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { StoredEvent } from '../../../platform/events/event.entity.js';
import { type Connection, ConnectionArgs, ForwardArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Attachment, Message, Note, OccurrenceRow } from '../occurrence.entity.js';
import { historyPages, messagePages, notePages } from '../read/children.js';
import { attachmentsLoader, unreadMessagesLoader } from '../read/content-loaders.js';
import { seesAttachment } from '../read/seen.js';
import { type FilledTab, filledTabsOf } from '../read/tabs.js';
import { transitionsOf } from '../read/transitions.js';
import { AttachmentObject } from './attachment.type.js';
import { MessageConnection } from './message.type.js';
import { NoteConnection } from './note.type.js';
import { OccurrenceEventConnection } from './occurrence-event.type.js';
import { OccurrenceTabObject } from './occurrence-tab.type.js';
import { OccurrenceObject } from './occurrence.type.js';
import { StatusTransitionObject } from './status-transition.type.js';

/** What hangs on an occurrence. */
@Resolver(() => OccurrenceObject)
export class OccurrenceContentFields {
  @FieldResolver(() => [StatusTransitionObject], {
    description:
      'The moves that could be made now; asked before acting, decided by the same code. None for a beneficiary.',
  })
  async transitions(@Root() occurrence: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<StatusTransitionObject[]> {
    const transitions = await transitionsOf(ctx, occurrence);
    return transitions.map((transition) => ({ ...transition, blockedBy: userErrorsOf(transition.blockedBy) }));
  }

  @FieldResolver(() => [OccurrenceTabObject], {
    description:
      'Its tabs in display order, inactive ones only where they were filled in; a beneficiary sees those for them.',
  })
  tabs(@Root() occurrence: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<FilledTab[]> {
    return filledTabsOf(ctx, occurrence);
  }

  @FieldResolver(() => NoteConnection, { description: 'Oldest first; a beneficiary sees the public ones.' })
  notes(
    @Root() { id }: OccurrenceRow,
    @Ctx() ctx: RequestContext,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ): Promise<Connection<Note>> {
    return notePages(ctx, id, page);
  }

  @FieldResolver(() => [AttachmentObject], {
    description: 'Oldest first; a beneficiary sees their own and those marked for them.',
  })
  async attachments(@Root() { id }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<Attachment[]> {
    const attachments = await attachmentsLoader(ctx).load(id);
    return attachments.filter((attachment) => seesAttachment(ctx, attachment));
  }

  @FieldResolver(() => MessageConnection, { description: 'Oldest first, in the same order for everybody.' })
  messages(
    @Root() { id }: OccurrenceRow,
    @Ctx() ctx: RequestContext,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<Connection<Message>> {
    return messagePages(ctx, id, page);
  }

  @FieldResolver(() => Int, {
    description:
      "How many messages of the other side have not been read yet: the attendants' to a beneficiary, the beneficiary's to all others.",
  })
  unreadMessages(@Root() { id }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<number> {
    return unreadMessagesLoader(ctx).load(id);
  }

  @FieldResolver(() => OccurrenceEventConnection, {
    description: 'All that happened, oldest first; a beneficiary sees what is for them.',
  })
  history(
    @Root() { id }: OccurrenceRow,
    @Ctx() ctx: RequestContext,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
  ): Promise<Connection<StoredEvent>> {
    return historyPages(ctx, id, page);
  }
}
