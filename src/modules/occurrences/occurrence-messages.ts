import type { EntityManager } from '@mikro-orm/postgresql';
import { StoredEventEntity } from '../../platform/events/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { newId } from '../../shared/ids.js';
import { decideMessage } from './decide.js';
import { type Message, MessageEntity } from './occurrence.entity.js';
import { mayWriteTo } from './policy.js';
import { authorOf } from './write/author.js';
import { earlierResult } from './write/idempotency.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface MessagePost {
  readonly body: string;
  readonly idempotencyKey?: string | null | undefined;
}

export const postMessage = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { body, idempotencyKey: key }: MessagePost,
): Promise<Written<Message>> =>
  writer.change(ctx, id, async (held) => {
    const { em, operatorId, actor, asker, concerned, now } = held;
    if (!mayWriteTo(asker, concerned)) throw forbidden();
    const messageId = newId('message', now);
    const attempt = { mutation: 'occurrenceMessagePost', key, content: { id, body }, resultId: messageId };
    const earlier = await earlierResult(em, ctx, attempt);
    if (earlier !== null) return { repeated: await postedBefore(em, operatorId, id, earlier) };
    const fromBeneficiary = actor.kind === 'BENEFICIARY';
    return {
      outcome: decideMessage({ ...held, messageId, body, fromBeneficiary }),
      child: () =>
        em.create(MessageEntity, {
          operatorId,
          id: messageId,
          occurrenceId: id,
          body,
          ...authorOf(actor),
          createdAt: now,
        }),
    };
  });

const postedBefore = async (em: EntityManager, operatorId: string, occurrenceId: string, id: string) => ({
  child: await em.findOneOrFail(MessageEntity, { operatorId, id }),
  event: await em.findOneOrFail(StoredEventEntity, {
    operatorId,
    occurrenceId,
    kind: 'MESSAGE_POSTED',
    payload: { messageId: id },
  }),
});
