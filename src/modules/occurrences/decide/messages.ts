import { problem, type Problem, refusal, type Result, success } from '../../../shared/problem.js';
import { barrier } from './barrier.js';
import { change, type Outcome, type Situation, unchanged } from './outcome.js';
import { limits, requiredTextProblems } from './text.js';

/** A message that was posted, to one who wants to change it. */
interface Posted {
  readonly id: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  /** Whether they wrote it. */
  readonly own: boolean;
}

interface ChangeMessage extends Situation {
  /** null: the occurrence has no such message. */
  readonly message: Posted | null;
  /** After posting; 0: never. */
  readonly editMinutes: number;
}

const idPath = ['input', 'messageId'];

/** By who wrote it, while the time for it lasts. */
export function decideMessageEdit(edit: ChangeMessage & { readonly body: string }): Result<Outcome> {
  const { message, body } = edit;
  const stopped = whatStops(edit);
  if (stopped) return refusal(stopped);
  if (!message || message.withdrawnAt) return refusal(missing);
  const problems = requiredTextProblems(body, limits.messageBody, ['input', 'body']);
  if (problems.length > 0) return refusal(...problems);
  if (message.body === body) return success(unchanged(edit.state));
  return success(change(edit, { kind: 'MESSAGE_EDITED', messageId: message.id }));
}

/** Likewise; what is withdrawn stays so. */
export function decideMessageWithdrawal(withdrawal: ChangeMessage): Result<Outcome> {
  const { message, state } = withdrawal;
  const stopped = whatStops(withdrawal);
  if (stopped) return refusal(stopped);
  if (!message) return refusal(missing);
  if (message.withdrawnAt) return success(unchanged(state));
  return success(change(withdrawal, { kind: 'MESSAGE_WITHDRAWN', messageId: message.id }));
}

interface ReadMessages extends Situation {
  /** The last of them; null: the occurrence has no such message. */
  readonly upToMessageId: string | null;
  readonly byBeneficiary: boolean;
  /** How many of the other side's had not been read. */
  readonly unread: number;
}

/** Reading is no change of what is read: a closed occurrence takes it, and it does not count as updated. */
export function decideMessagesRead(reading: ReadMessages): Result<Outcome> {
  const { state, upToMessageId, byBeneficiary, unread } = reading;
  if (upToMessageId === null) return refusal(missing);
  if (unread === 0) return success(unchanged(state));
  const event = { kind: 'MESSAGES_READ', byBeneficiary, upToMessageId } as const;
  return success(change(reading, event, { updatedAt: state.updatedAt }));
}

const missing = problem('NOT_FOUND', 'The occurrence has no such message.', idPath);

function whatStops({ state, message, editMinutes, now }: ChangeMessage): Problem | null {
  const closed = barrier({ state, aspects: [] });
  if (closed) return closed;
  if (!message) return missing;
  if (!message.own) return problem('ROLE_NOT_ALLOWED', 'Only who wrote a message changes it.', idPath);
  const until = message.createdAt.getTime() + editMinutes * 60_000;
  return now.getTime() > until || editMinutes === 0
    ? problem('TOO_LATE', `A message can be changed for ${editMinutes} minutes.`, idPath)
    : null;
}
