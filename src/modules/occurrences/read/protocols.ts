import type { RequestContext } from '../../../platform/graphql/context.js';
import { type Protocol, ProtocolEntity, writtenNumber } from '../../protocols/index.js';
import { occurrencesOfProtocolLoader } from './visible-occurrences.js';

/** A protocol by its number; null where the caller sees none of its occurrences. */
export async function visibleProtocol(ctx: RequestContext, typed: string): Promise<Protocol | null> {
  const number = writtenNumber(typed);
  if ((await occurrencesOfProtocolLoader(ctx).load(number)).length === 0) return null;
  const em = await ctx.read();
  return em.findOne(ProtocolEntity, { operatorId: ctx.caller.operatorId, number });
}
