import type { EntityManager } from '@mikro-orm/postgresql';
import { StoredEventEntity } from '../../platform/events/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { newId } from '../../shared/ids.js';
import { refusal } from '../../shared/problem.js';
import { decideMessage } from './decide.js';
import { type Message, MessageEntity, type Upload } from './occurrence.entity.js';
import { mayWriteTo } from './policy.js';
import { attach } from './write/attach.js';
import { authorOf } from './write/author.js';
import type { Held } from './write/held.js';
import { earlierResult } from './write/idempotency.js';
import { ownUploads } from './write/own-uploads.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface MessagePost {
  readonly body: string;
  readonly uploadIds?: readonly string[] | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export const postMessage = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { body, uploadIds, idempotencyKey: key }: MessagePost,
): Promise<Written<Message>> =>
  writer.change(ctx, id, async (held) => {
    const { em, operatorId, actor, asker, concerned, now } = held;
    if (!mayWriteTo(asker, concerned)) throw forbidden();
    const messageId = newId('message', now);
    const ids = uploadIds ?? [];
    const attempt = { mutation: 'occurrenceMessagePost', key, content: { id, body, ids }, resultId: messageId };
    const earlier = await earlierResult(em, ctx, attempt);
    if (earlier !== null) return { repeated: await postedBefore(em, operatorId, id, earlier) };
    const fromBeneficiary = actor.kind === 'BENEFICIARY';
    const outcome = decideMessage({ ...held, messageId, body, fromBeneficiary, files: ids.length });
    if (!outcome.ok) return { outcome };
    const { uploads, problems } = await ownUploads(held, ctx.caller.subject, { ids, path: ['input', 'uploadIds'] });
    if (problems.length > 0) return { outcome: refusal(...problems) };
    return { outcome, child: () => make(held, { id: messageId, body, uploads }) };
  });

interface Made {
  readonly id: string;
  readonly body: string;
  readonly uploads: readonly Upload[];
}

function make({ em, operatorId, state, actor, now }: Held, { id, body, uploads }: Made): Message {
  const message = em.create(MessageEntity, {
    operatorId,
    id,
    occurrenceId: state.id,
    version: state.version + 1,
    body,
    ...authorOf(actor),
    createdAt: now,
  });
  for (const upload of uploads) {
    const attachmentId = newId('attachment', now);
    const attaching = { attachmentId, upload, occurrenceId: state.id, messageId: id, actor, now };
    attach(em, { ...attaching, visibleToBeneficiary: true });
  }
  return message;
}

const postedBefore = async (em: EntityManager, operatorId: string, occurrenceId: string, id: string) => ({
  child: await em.findOneOrFail(MessageEntity, { operatorId, id }),
  event: await em.findOneOrFail(StoredEventEntity, {
    operatorId,
    occurrenceId,
    kind: 'MESSAGE_POSTED',
    payload: { messageId: id },
  }),
});
