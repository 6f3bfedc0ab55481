import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { loadOperator, messageEditMinutesOf } from '../operators/index.js';
import type { Result } from '../../shared/problem.js';
import { decideMessageEdit, decideMessageWithdrawal, type Outcome } from './decide.js';
import { AttachmentEntity, type Message, MessageEntity, MessageRevisionEntity } from './occurrence.entity.js';
import { mayWriteTo } from './policy.js';
import type { Held } from './write/held.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface MessageEdit {
  readonly messageId: string;
  readonly body: string;
}

export const editMessage = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { messageId, body }: MessageEdit,
): Promise<Written<Message>> =>
  writer.change(ctx, id, async (held) => {
    const message = await messageIn(held, messageId);
    const outcome = decideMessageEdit({ ...held, ...(await asked(held, message)), body });
    return rewritten(held, { message, outcome, differences: { body, editedAt: held.now } });
  });

export interface MessageWithdrawal {
  readonly messageId: string;
}

export const withdrawMessage = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { messageId }: MessageWithdrawal,
): Promise<Written<Message>> =>
  writer.change(ctx, id, async (held) => {
    const message = await messageIn(held, messageId);
    const outcome = decideMessageWithdrawal({ ...held, ...(await asked(held, message)) });
    if (outcome.ok && outcome.value.changed) await hideFiles(held, messageId);
    return rewritten(held, { message, outcome, differences: { body: '', withdrawnAt: held.now } });
  });

async function messageIn({ em, operatorId, state, asker, concerned }: Held, id: string): Promise<Message | null> {
  if (!mayWriteTo(asker, concerned)) throw forbidden();
  return em.findOne(MessageEntity, { operatorId, id, occurrenceId: state.id });
}

async function asked({ em, operatorId, actor }: Held, message: Message | null) {
  const editMinutes = messageEditMinutesOf(await loadOperator(em, operatorId));
  if (!message) return { message, editMinutes };
  const own = message.authorKind === actor.kind && message.authorId === actor.id;
  return { message: { ...message, withdrawnAt: message.withdrawnAt ?? null, own }, editMinutes };
}

interface Rewriting {
  readonly message: Message | null;
  readonly outcome: Result<Outcome>;
  readonly differences: Partial<Pick<Message, 'body' | 'editedAt' | 'withdrawnAt'>>;
}

/** What it said before is kept. */
async function rewritten({ em, operatorId, now }: Held, { message, outcome, differences }: Rewriting) {
  if (!message || !outcome.ok || !outcome.value.changed) return { outcome, same: message };
  const number = (await em.count(MessageRevisionEntity, { operatorId, messageId: message.id })) + 1;
  em.create(MessageRevisionEntity, {
    operatorId,
    messageId: message.id,
    number,
    body: message.body,
    replacedAt: now,
  });
  return { outcome, child: () => em.assign(message, differences) };
}

/** From the other side; staff find them in the trace. */
const hideFiles = ({ em, operatorId }: Held, messageId: string) =>
  em.nativeUpdate(AttachmentEntity, { operatorId, messageId }, { visibleToBeneficiary: false });
