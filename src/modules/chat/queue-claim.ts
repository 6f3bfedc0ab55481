import type { RequestContext } from '../../platform/graphql/context.js';
import { problem, type Problem } from '../../shared/problem.js';
import { type OccurrenceService, type OpenQueue, Refused } from '../occurrences/index.js';
import type { Catalogue, OccurrenceType } from '../workflow/index.js';
import { freeTypes } from './simultaneous.js';
import { type ClaimOrder, nextWaiting } from './waiting.js';

export interface QueueClaim {
  /** null: all types of chats. */
  readonly typeKeys?: readonly string[] | null | undefined;
  readonly order?: ClaimOrder | null | undefined;
}

/** Takes the next waiting chat, unless the attendant has as many as may be. */
export const claimNext = (occurrences: OccurrenceService, ctx: RequestContext, input: QueueClaim) =>
  occurrences.claim(ctx, openQueue(ctx.caller.operatorId, input));

const openQueue =
  (operatorId: string, { typeKeys, order }: QueueClaim): OpenQueue =>
  async (em, catalogue, attendantId) => {
    const types = typesNamed(catalogue, typeKeys ?? null);
    const free = await freeTypes(em, { operatorId, attendantId, types });
    if (free.length === 0 && types.length > 0) {
      throw new Refused([
        problem('NOT_AVAILABLE', 'As many chats are with this attendant as may be at once.', ['input']),
      ]);
    }
    return {
      next: (refused) =>
        nextWaiting(em, { operatorId, types: free.filter(({ id }) => !refused.has(id)), order: order ?? 'OLDEST' }),
    };
  };

const isAttendedChat = ({ viewMode, allowsAttendance }: OccurrenceType): boolean =>
  viewMode === 'CHAT' && allowsAttendance;

function typesNamed(catalogue: Catalogue, keys: readonly string[] | null): OccurrenceType[] {
  if (keys === null) return catalogue.types.filter(isAttendedChat);
  const problems: Problem[] = [];
  const types = keys.flatMap((key, i) => {
    const type = catalogue.typeByKey(key);
    if (type && isAttendedChat(type)) return [type];
    const message = type ? 'It is no type of chats that are attended.' : 'There is no such type.';
    problems.push(problem(type ? 'INVALID' : 'NOT_FOUND', message, ['input', 'typeKeys', String(i)]));
    return [];
  });
  if (problems.length > 0) throw new Refused(problems);
  return types;
}
