import { LockMode } from '@mikro-orm/core';
import type { Bus } from '../../platform/events/bus.js';
import { type Connection, connectionOf, type ForwardArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { kindOfId } from '../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { type InboxMessage, InboxMessageEntity } from './delivery.entity.js';
import { newestFirst, newestFirstOrder, olderThan } from './keyset.js';

const pages = newestFirst('inbox', 'inboxMessage');

/** How many messages the calling member has not read. */
export async function countUnread(ctx: RequestContext): Promise<number> {
  const { operatorId, personId: beneficiaryId } = ctx.caller;
  return (await ctx.read()).count(InboxMessageEntity, { operatorId, beneficiaryId, readAt: null });
}

/** The inbox of the calling member. */
export class InboxService {
  readonly #bus: Pick<Bus, 'wake'>;

  constructor({ bus }: { readonly bus: Pick<Bus, 'wake'> }) {
    this.#bus = bus;
  }

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
    const result = await ctx.write(async (em): Promise<Result<InboxMessage>> => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const message =
        kindOfId(id) === 'inboxMessage'
          ? await em.findOne(InboxMessageEntity, { operatorId, id, beneficiaryId }, lock)
          : null;
      if (!message) return refusal(problem('NOT_FOUND', 'There is no such message.', ['id']));
      message.readAt ??= ctx.clock.now();
      return success(message);
    });
    if (result.ok) this.#bus.wake(beneficiaryId);
    return result;
  }

  /** Answers with how many were not read before. */
  async markAllRead(ctx: RequestContext): Promise<number> {
    const { operatorId, personId: beneficiaryId } = ctx.caller;
    const unread = { operatorId, beneficiaryId, readAt: null };
    const marked = await ctx.write((em) => em.nativeUpdate(InboxMessageEntity, unread, { readAt: ctx.clock.now() }));
    if (marked > 0) this.#bus.wake(beneficiaryId);
    return marked;
  }
}
