import type { Logger } from 'pino';
import { badUserInput } from '../../../platform/graphql/errors.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { newId } from '../../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import { type ActionKind, conditionHolds, hookSecrets } from '../../workflow/index.js';
import type { Channels, Message, Parcel, Sent, SentKind } from '../channels/channel.js';
import { attempt } from '../deliver/attempt.js';
import { forItsWay } from '../deliver/occasion.js';
import { inboxText } from '../endings.js';
import { aimed, checkTarget } from './aim.js';
import { type Trial, trialOf } from './trial-occasion.js';

export interface ActionTrialsParts {
  readonly channels: Channels;
  readonly log: Logger;
  /** Where links lead to. */
  readonly links: { readonly publicUrl: string };
  readonly allowInsecureHooks: boolean;
}

export interface Preview {
  readonly kind: ActionKind;
  readonly fires: boolean;
  readonly message: Message | null;
  readonly fault: string | null;
}

export interface TrialInput {
  readonly actionId: string;
  readonly occurrenceId: string;
  readonly target?: string | null | undefined;
}

export interface TrialOutcome {
  readonly state: 'DELIVERED' | 'RETRYING' | 'FAILED' | 'SKIPPED';
  readonly outcome: string;
  readonly detail: string | null;
  readonly durationMs: number;
}

const longestTrialMs = 30_000;

/** Trying out actions while they are being configured: nothing of it is a delivery, and no occurrence changes. */
export class ActionTrials {
  readonly #parts: ActionTrialsParts;

  constructor(parts: ActionTrialsParts) {
    this.#parts = parts;
  }

  /** null where the action or the occurrence is not there. */
  async preview(ctx: RequestContext, actionId: string, occurrenceId: string): Promise<Preview | null> {
    const trial = await trialOf(ctx, actionId, occurrenceId, this.#parts.links.publicUrl);
    if (!trial) return null;
    const { action, occasion } = trial;
    if (!occasion) throw badUserInput('The occurrence is of another type than the action.');
    const fires = action.active && conditionHolds(action.condition, occasion.values);
    try {
      return { kind: action.kind, fires, message: this.#compose(trial), fault: null };
    } catch (error) {
      return { kind: action.kind, fires, message: null, fault: error instanceof Error ? error.message : String(error) };
    }
  }

  /** One attempt, now, to a target of the caller's. */
  async test(ctx: RequestContext, { actionId, occurrenceId, target }: TrialInput): Promise<Result<TrialOutcome>> {
    const trial = await trialOf(ctx, actionId, occurrenceId, this.#parts.links.publicUrl);
    if (!trial) return refusal(problem('NOT_FOUND', 'There is no such action, or no such occurrence.', ['input']));
    const { action, occasion } = trial;
    if (!occasion) {
      const elsewhere = 'The occurrence is of another type than the action.';
      return refusal(problem('INVALID', elsewhere, ['input', 'occurrenceId']));
    }
    const problems = checkTarget(action, target ?? null, this.#parts.allowInsecureHooks);
    if (problems.length > 0) return refusal(...problems);
    let message: Message;
    try {
      message = this.#compose(trial);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return refusal(problem('INVALID', `A template fails: ${reason}`, ['input', 'actionId']));
    }
    const parcel = aimed(action.kind, await this.#parcel(ctx, trial, message), target ?? null);
    const since = performance.now();
    const channel = this.#parts.channels.get(action.kind as SentKind)!;
    const sent = await attempt({ channel, parcel, signal: AbortSignal.timeout(longestTrialMs) }, this.#parts.log);
    return success({ ...told(sent), durationMs: Math.round(performance.now() - since) });
  }

  /** Lets go of what its channels keep open. */
  [Symbol.dispose](): void {
    for (const channel of this.#parts.channels.values()) channel.close?.();
  }

  #compose({ action, occasion }: Trial): Message {
    if (action.kind === 'IN_APP') return inboxText(action, occasion!.values);
    return this.#parts.channels.get(action.kind)!.compose(action, forItsWay(action, occasion!));
  }

  async #parcel(ctx: RequestContext, { action, occurrence, occasion }: Trial, message: Message): Promise<Parcel> {
    const now = ctx.clock.now();
    const { operatorId, requesterId, id: occurrenceId } = occurrence;
    const secrets = await hookSecrets(await ctx.read(), { operatorId, action, now });
    const deliveryId = newId('delivery', now);
    const { version } = occasion!;
    const about = { operatorId, deliveryId, occurrenceId, version, requesterId };
    const parcel = { ...about, config: action.config, secrets, message };
    // Nothing is held while the other side takes its time.
    await ctx.release();
    return { ...parcel, resent: 0, now };
  }
}

function told(sent: Sent): Omit<TrialOutcome, 'durationMs'> {
  if (sent.state === 'DEFERRED') return { state: 'RETRYING', outcome: 'deferred', detail: null };
  const { outcome, detail } = sent;
  return { state: sent.state === 'RETRY' ? 'RETRYING' : sent.state, outcome, detail };
}
