import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { decideMessagesRead } from './decide.js';
import { MessageEntity } from './occurrence.entity.js';
import { mayWriteTo } from './policy.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface MessagesReading {
  /** The last that was read. */
  readonly messageId: string;
}

/** The other side's messages up to one of them have been read, by whoever is on the caller's side. */
export const markMessagesRead = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { messageId }: MessagesReading,
): Promise<Written> =>
  writer.change(ctx, id, async (held) => {
    const { em, operatorId, actor, asker, concerned, now } = held;
    if (!mayWriteTo(asker, concerned)) throw forbidden();
    const byBeneficiary = actor.kind === 'BENEFICIARY';
    const last = await em.findOne(MessageEntity, { operatorId, id: messageId, occurrenceId: id });
    const unread = last
      ? await em.nativeUpdate(
          MessageEntity,
          {
            operatorId,
            occurrenceId: id,
            version: { $lte: last.version },
            readAt: null,
            authorKind: byBeneficiary ? { $ne: 'BENEFICIARY' } : 'BENEFICIARY',
          },
          { readAt: now },
        )
      : 0;
    return { outcome: decideMessagesRead({ ...held, upToMessageId: last && messageId, byBeneficiary, unread }) };
  });
