import type { RequestContext } from '../../platform/graphql/context.js';
import type { Leases } from '../../platform/leases/index.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { mayFollow } from '../occurrences/index.js';
import { activityKey, canBePresent } from './activity-key.js';
import { holderOf, type Present, presentOf, shownTo } from './present.js';

/** What a signal holds is the person's, whichever process it came to: so another one can end it. */
const bySignal = 'signal';

/** Who says without a stream that they are at an occurrence, and who types. */
export class ActivitySignals {
  readonly #leases: Leases;

  constructor(leases: Leases) {
    this.#leases = leases;
  }

  async signal(ctx: RequestContext, occurrenceId: string, typing: boolean): Promise<Result<Present>> {
    const { caller } = ctx;
    if (!(await mayFollow(ctx, occurrenceId))) {
      return refusal(problem('NOT_FOUND', 'There is no such occurrence.', ['id']));
    }
    const looks = holderOf('looks', caller, bySignal);
    const types = holderOf('types', caller, bySignal);
    const change = typing ? { take: [looks, types] } : { take: [looks], giveUp: [types] };
    const key = activityKey(caller.operatorId, occurrenceId);
    const held = await this.#leases.hold(key, canBePresent(caller) ? change : {});
    return success(shownTo(caller, presentOf(held)));
  }
}
