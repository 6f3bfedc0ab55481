import {
  decodePosition,
  encodePosition,
  knowsPosition,
  type LogPosition,
  readHead,
} from '../../../platform/events/index.js';
import type { SubscriptionContext } from '../../../platform/graphql/subscription-context.js';
import { gap, ready, type StreamUpdate } from './update.js';

/** Where a stream begins, and what it says first. */
export interface Opening {
  readonly position: LogPosition;
  readonly announcements: readonly StreamUpdate[];
}

/** To be asked before anything else is read, so that nothing happens in between. Throws BAD_USER_INPUT for a malformed cursor. */
export async function openAfter(context: SubscriptionContext, after: string | null | undefined): Promise<Opening> {
  const given = after == null ? null : decodePosition(after);
  const em = await context.read();
  const { operatorId } = context.caller;
  const head = await readHead(em, operatorId);
  const position = given ?? head;
  const announcements = [ready(encodePosition(position))];
  if (!given || (await knowsPosition(em, operatorId, given))) return { position, announcements };
  // Of another log, such as one from before a restore; or older than this one is kept.
  return { position: head, announcements: [...announcements, gap(head)] };
}
