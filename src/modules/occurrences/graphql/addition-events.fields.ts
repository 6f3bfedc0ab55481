import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AttendanceTabObject } from '../../workflow/graphql/index.js';
import { catalogueOf, type Tab } from '../../workflow/index.js';
import type { Attachment, Message, Note, TabEntry } from '../occurrence.entity.js';
import { attachmentLoader, entryLoader, messageLoader, noteLoader } from '../read/content-loaders.js';
import { seesAttachment, seesNote, seesTab } from '../read/seen.js';
import {
  OccurrenceAttachmentAddedObject,
  OccurrenceMessagePostedObject,
  OccurrenceNoteAddedObject,
  OccurrenceTabEntrySavedObject,
} from './addition-events.type.js';
import { AttachmentObject } from './attachment.type.js';
import { MessageObject } from './message.type.js';
import { NoteObject } from './note.type.js';
import type { EventOf } from './occurrence-event.type.js';
import { TabEntryObject } from './tab-entry.type.js';

const visibleTab = async (ctx: RequestContext, id: string): Promise<Tab | null> => {
  const tab = (await catalogueOf(ctx)).tab(id);
  return tab && seesTab(ctx, tab) ? tab : null;
};

@Resolver(() => OccurrenceTabEntrySavedObject)
export class OccurrenceTabEntrySavedFields {
  @FieldResolver(() => AttendanceTabObject, {
    nullable: true,
    description: 'Where; null where the caller cannot see it.',
  })
  tab(@Root() { payload }: EventOf<'TAB_ENTRY_SAVED'>, @Ctx() ctx: RequestContext): Promise<Tab | null> {
    return visibleTab(ctx, payload.tabId);
  }

  @FieldResolver(() => TabEntryObject, {
    nullable: true,
    description: 'What was filled in, as it is now; null where the caller cannot see it.',
  })
  async tabEntry(
    @Root() { payload }: EventOf<'TAB_ENTRY_SAVED'>,
    @Ctx() ctx: RequestContext,
  ): Promise<TabEntry | null> {
    return (await visibleTab(ctx, payload.tabId)) && entryLoader(ctx).load(payload.entryId);
  }

  @FieldResolver(() => Boolean, { description: 'false: an entry that was there was changed.' })
  created(@Root() { payload }: EventOf<'TAB_ENTRY_SAVED'>): boolean {
    return payload.created;
  }
}

@Resolver(() => OccurrenceNoteAddedObject)
export class OccurrenceNoteAddedFields {
  @FieldResolver(() => NoteObject, { nullable: true, description: 'The note; null where the caller cannot see it.' })
  async note(@Root() { payload }: EventOf<'NOTE_ADDED'>, @Ctx() ctx: RequestContext): Promise<Note | null> {
    const note = await noteLoader(ctx).load(payload.noteId);
    return note && seesNote(ctx, note) ? note : null;
  }
}

@Resolver(() => OccurrenceAttachmentAddedObject)
export class OccurrenceAttachmentAddedFields {
  @FieldResolver(() => AttachmentObject, {
    nullable: true,
    description: 'The file; null where the caller cannot see it.',
  })
  async attachment(
    @Root() { payload }: EventOf<'ATTACHMENT_ADDED'>,
    @Ctx() ctx: RequestContext,
  ): Promise<Attachment | null> {
    const attachment = await attachmentLoader(ctx).load(payload.attachmentId);
    return attachment && seesAttachment(ctx, attachment) ? attachment : null;
  }
}

@Resolver(() => OccurrenceMessagePostedObject)
export class OccurrenceMessagePostedFields {
  @FieldResolver(() => MessageObject, { nullable: true, description: 'The message.' })
  message(@Root() { payload }: EventOf<'MESSAGE_POSTED'>, @Ctx() ctx: RequestContext): Promise<Message | null> {
    return messageLoader(ctx).load(payload.messageId);
  }
}
