import type { RequestContext } from '../../../platform/graphql/context.js';
import type { NodeLoader, NodeLoaders } from '../../../platform/graphql/node-query.js';
import type { Attachment, TabEntry } from '../occurrence.entity.js';
import { attachmentLoader, entryLoader, messageLoader, noteLoader } from './content-loaders.js';
import { seesAttachment, seesEntry, seesNote } from './seen.js';
import { occurrenceLoader } from './visible-occurrences.js';

/** Something of an occurrence: seen by those who see both. */
const childNode =
  <Row extends { id: string; occurrenceId: string }>(
    load: (ctx: RequestContext, id: string) => Promise<Row | null>,
    sees: (ctx: RequestContext, row: Row) => boolean | Promise<boolean>,
  ): NodeLoader =>
  async (ctx, id) => {
    const row = await load(ctx, id);
    if (!row || !(await sees(ctx, row))) return null;
    return (await occurrenceLoader(ctx).load(row.occurrenceId)) && row;
  };

export const occurrenceNodes: NodeLoaders = {
  occurrence: (ctx, id) => occurrenceLoader(ctx).load(id),
  note: childNode((ctx, id) => noteLoader(ctx).load(id), seesNote),
  message: childNode(
    (ctx, id) => messageLoader(ctx).load(id),
    () => true,
  ),
  tabEntry: childNode<TabEntry>((ctx, id) => entryLoader(ctx).load(id), seesEntry),
  attachment: childNode<Attachment>((ctx, id) => attachmentLoader(ctx).load(id), seesAttachment),
};
