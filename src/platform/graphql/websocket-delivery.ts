import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { audienceOf } from '../auth/audience.js';
import type { Caller } from '../auth/caller.js';
import type { RequestContext } from './context.js';
import { isRetryable } from './error-format.js';
import { persistently } from './persistently.js';
import { groupOf, type SharedExecutions } from './shared-execution.js';
import { streamOf } from './stream.js';
import type { SubscriptionContext } from './subscription-context.js';

export interface Subscriber {
  /** As of now; null where they may not go on. */
  caller(): Promise<Caller | null>;
}

export interface DeliveryParts {
  readonly openingContext: (caller: Caller) => SubscriptionContext;
  /** For one event: a snapshot of its own. */
  readonly deliveryContext: (caller: Caller) => RequestContext;
  readonly executions: SharedExecutions;
}

/**
 * Opens a subscription. Each payload is executed when the client has taken the one before, with a fresh context and the
 * permissions of that moment; what the database fails at meanwhile is tried again, so that nothing is left out.
 */
export async function openStream(
  args: ExecutionArgs,
  subscriber: Subscriber,
  parts: DeliveryParts,
  onEnd: () => void,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  try {
    const source = await openSource(args, subscriber, parts);
    if (!(Symbol.asyncIterator in source)) {
      onEnd();
      return source;
    }
    return streamOf((signal) => deliverAll(source, { args, subscriber, parts, signal }), onEnd);
  } catch (error) {
    onEnd();
    throw error;
  }
}

async function openSource(
  args: ExecutionArgs,
  subscriber: Subscriber,
  parts: DeliveryParts,
): Promise<AsyncIterable<unknown> | ExecutionResult> {
  const caller = await subscriber.caller();
  if (!caller) return streamOf<unknown>(async function* () {});
  await using context = parts.openingContext(caller);
  return await createSourceEventStream({ ...args, contextValue: context });
}

interface Delivering {
  readonly args: ExecutionArgs;
  readonly subscriber: Subscriber;
  readonly parts: DeliveryParts;
  readonly signal: AbortSignal;
}

async function* deliverAll(
  source: AsyncIterable<unknown>,
  delivering: Delivering,
): AsyncGenerator<ExecutionResult, void, undefined> {
  const { signal } = delivering;
  const iterator = source[Symbol.asyncIterator]();
  signal.addEventListener('abort', () => void iterator.return?.());
  // The audience is what the token says, and a socket has one token.
  let group: string | undefined;
  try {
    for (;;) {
      const { done, value } = await iterator.next();
      if (done || signal.aborted) return;
      const result = await persistently(signal, async () => {
        const caller = await delivering.subscriber.caller();
        if (!caller) return null;
        group ??= groupOf(audienceOf(caller), delivering.args);
        return delivering.parts.executions.execute(value, group, () => deliver(value, caller, delivering));
      });
      if (!result) return;
      yield result;
    }
  } finally {
    await iterator.return?.();
  }
}

async function deliver(payload: unknown, caller: Caller, { args, parts }: Delivering): Promise<ExecutionResult> {
  await using context = parts.deliveryContext(caller);
  const result = await execute({ ...args, rootValue: payload, contextValue: context });
  const passing = result.errors?.find((error) => isRetryable(error.originalError));
  if (passing) throw passing.originalError!;
  return result;
}
