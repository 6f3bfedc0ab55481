import { vi } from 'vitest';
import { RunningClock } from '../../kit/clock.js';
import { Receiver } from '../../kit/receiver.js';
import type { TestAppOptions } from '../../kit/app.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';

export interface HookedDesk extends AsyncDisposable {
  readonly desk: Desk;
  readonly receiver: Receiver;
  readonly hookId: string;
  /** Replaces the config of the hook that is sent for a new reimbursement. */
  configure(config: object): Promise<void>;
  /** The delivery of the hook for an occurrence, once it is in that state. */
  settled(occurrenceId: string, state: string): Promise<Delivery>;
}

export interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly nextAttemptAt: string | null;
  readonly attempts: readonly { outcome: string; detail: string | null; durationMs: number }[];
}

/** An operator whose hook leads to a receiver on loopback; receivers go by the time of now, so its clock does too. */
export async function openHookedDesk(options: TestAppOptions = {}): Promise<HookedDesk> {
  await using starting = new AsyncDisposableStack();
  const receiver = starting.use(await Receiver.start());
  const desk = starting.use(
    await openDesk({
      clock: new RunningClock(new Date()),
      environment: { WEBHOOK_ALLOW_PRIVATE_NETWORKS: 'true', ...options.environment },
      ...options,
    }),
  );
  const { occurrenceTypes } = await desk.configurator.data('{ occurrenceTypes { actions { id key } } }');
  const actions: { id: string; key: string }[] = occurrenceTypes.flatMap((type: { actions: object[] }) => type.actions);
  const hookId = actions.find(({ key }) => key === 'hook_solicitado')!.id;
  const configure = async (config: object) => {
    const { actionUpdate } = await desk.configurator.data(
      `mutation ($id: ID!, $config: JSONObject!) {
         actionUpdate(id: $id, input: { config: $config }) { userErrors { code message path } } }`,
      { id: hookId, config: { url: receiver.url, ...config } },
    );
    saved(actionUpdate);
  };
  await configure({});
  const resources = starting.move();
  return {
    desk,
    receiver,
    hookId,
    configure,
    settled: (occurrenceId, state) =>
      vi.waitUntil(
        async () => {
          const delivery = await deliveryOf(desk, occurrenceId);
          return delivery?.state === state && delivery;
        },
        { timeout: 15_000, interval: 20 },
      ),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function deliveryOf(desk: Desk, occurrenceId: string): Promise<Delivery | undefined> {
  const { actionDeliveries } = await desk.paulo.data(
    `query ($id: ID!) { actionDeliveries(occurrenceId: $id) {
       nodes { id state nextAttemptAt action { kind } attempts { outcome detail durationMs } } } }`,
    { id: occurrenceId },
  );
  return actionDeliveries.nodes.find(({ action }: { action: { kind: string } }) => action.kind === 'HOOK');
}
