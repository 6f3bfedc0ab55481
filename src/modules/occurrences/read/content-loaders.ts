import type { EntityManager } from '@mikro-orm/postgresql';
import { contextLoader, contextLoaderById, type RequestContext } from '../../../platform/graphql/context.js';
import type { EntryCounts } from '../decide.js';
import {
  type Attachment,
  AttachmentEntity,
  type Message,
  MessageEntity,
  type MessageRevision,
  MessageRevisionEntity,
  type Note,
  NoteEntity,
  type TabEntry,
  TabEntryEntity,
} from '../occurrence.entity.js';

// One by id, whoever is asking: `seen.ts` says who sees it.
export const noteLoader = contextLoaderById<Note>((em, ids) => em.find(NoteEntity, { id: { $in: ids } }));
export const messageLoader = contextLoaderById<Message>((em, ids) => em.find(MessageEntity, { id: { $in: ids } }));
export const entryLoader = contextLoaderById<TabEntry>((em, ids) => em.find(TabEntryEntity, { id: { $in: ids } }));
export const attachmentLoader = contextLoaderById<Attachment>((em, ids) =>
  em.find(AttachmentEntity, { id: { $in: ids } }),
);

/** What hangs on an occurrence, oldest first. */
const childrenOf = <Row extends { occurrenceId: string }>(
  find: (em: EntityManager, where: { operatorId: string; occurrenceId: { $in: string[] } }) => Promise<Row[]>,
) =>
  contextLoader<string, Row[]>(async (ctx: RequestContext, ids) => {
    const rows = await find(await ctx.read(), { operatorId: ctx.caller.operatorId, occurrenceId: { $in: [...ids] } });
    const byOccurrence = Map.groupBy(rows, ({ occurrenceId }) => occurrenceId);
    return ids.map((id) => byOccurrence.get(id) ?? []);
  });

const oldestFirst = { orderBy: { createdAt: 'asc', id: 'asc' } } as const;

export const entriesLoader = childrenOf<TabEntry>((em, where) => em.find(TabEntryEntity, where, oldestFirst));

/** What a message said before, oldest first. */
export const revisionsLoader = contextLoader<string, MessageRevision[]>(async (ctx, ids) => {
  const where = { operatorId: ctx.caller.operatorId, messageId: { $in: [...ids] } };
  const rows = await (await ctx.read()).find(MessageRevisionEntity, where, { orderBy: { number: 'asc' } });
  const byMessage = Map.groupBy(rows, ({ messageId }) => messageId);
  return ids.map((id) => byMessage.get(id) ?? []);
});

const filesOf = (parent: 'messageId' | 'noteId') =>
  contextLoader<string, Attachment[]>(async (ctx, ids) => {
    const where = { operatorId: ctx.caller.operatorId, [parent]: { $in: [...ids] } };
    const rows = await (await ctx.read()).find(AttachmentEntity, where, oldestFirst);
    const byParent = Map.groupBy(rows, (row) => row[parent]);
    return ids.map((id) => byParent.get(id) ?? []);
  });

/** The files that came with a message. */
export const messageFilesLoader = filesOf('messageId');
/** The files that came with a note. */
export const noteFilesLoader = filesOf('noteId');

/** How many messages of the other side the caller's has not read. */
export const unreadMessagesLoader = contextLoader<string, number>(async (ctx, ids) => {
  const other = ctx.caller.kind === 'BENEFICIARY' ? '<>' : '=';
  const em = await ctx.read();
  const rows = await em.execute<{ occurrence_id: string; count: string }[]>(
    `select occurrence_id, count(*) from message
      where operator_id = ? and occurrence_id in (?) and read_at is null and withdrawn_at is null
        and author_kind ${other} 'BENEFICIARY' group by occurrence_id`,
    [ctx.caller.operatorId, ids],
  );
  const counts = new Map(rows.map((row) => [row.occurrence_id, Number(row.count)]));
  return ids.map((id) => counts.get(id) ?? 0);
});

export const attachmentsLoader = childrenOf<Attachment>((em, where) => em.find(AttachmentEntity, where, oldestFirst));

/** How many entries each tab of an occurrence has. */
export const entryCountsLoader = contextLoader<string, EntryCounts>(async (ctx, ids) => {
  const em = await ctx.read();
  const rows = await em.execute<{ occurrence_id: string; tab_id: string; count: string }[]>(
    `select occurrence_id, tab_id, count(*) from tab_entry
      where operator_id = ? and occurrence_id in (?) group by occurrence_id, tab_id`,
    [ctx.caller.operatorId, ids],
  );
  const byOccurrence = Map.groupBy(rows, (row) => row.occurrence_id);
  return ids.map((id) => new Map((byOccurrence.get(id) ?? []).map((row) => [row.tab_id, Number(row.count)])));
});
