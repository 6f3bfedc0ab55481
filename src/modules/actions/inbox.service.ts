import { LockMode } from '@mikro-orm/core';
import { type Connection, connectionOf, type ForwardArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { kindOfId } from '../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { type InboxMessage, InboxMessageEntity } from './delivery.entity.js';
import { newestFirst, newestFirstOrder, olderThan } from './keyset.js';

const pages = newestFirst('inbox', 'inboxMessage');

/** The inbox of the calling member. */
export class InboxService {
  /** Newest first. */
  async list(
    ctx: RequestContext,
    args: ForwardArgs & { unreadOnly?: boolean | null },
  ): Promise<Connection<InboxMessage>> {
    const request = pages.request(args);
    const { operatorId, personId: beneficiaryId } = ctx.caller;
    const em = await ctx.read();
    const rows = await em.find(
      InboxMessageEntity,
      { operatorId, beneficiaryId, ...(args.unreadOnly && { readAt: null }), ...olderThan(request.after) },
      { orderBy: newestFirstOrder, limit: request.limit + 1 },
    );
    return connectionOf(rows, request, pages.cursorOf);
  }

  /** Repeated, it stays read since the first time. */
  async markRead(ctx: RequestContext, id: string): Promise<Result<InboxMessage>> {
    const { operatorId, personId: beneficiaryId } = ctx.caller;
    return ctx.write(async (em) => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const message =
        kindOfId(id) === 'inboxMessage'
          ? await em.findOne(InboxMessageEntity, { operatorId, id, beneficiaryId }, lock)
          : null;
      if (!message) return refusal(problem('NOT_FOUND', 'There is no such message.', ['id']));
      message.readAt ??= ctx.clock.now();
      return success(message);
    });
  }
}
