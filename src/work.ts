import type { AppParts } from './app.js';
import { type Channel, createChannels, deliver } from './modules/actions/index.js';

export interface WorkParts extends Pick<AppParts, 'config' | 'database' | 'bus' | 'jobs' | 'clock' | 'log'> {
  /** Where links lead to. */
  readonly links: { readonly publicUrl: string };
  /** How long after each attempt that failed a delivery is tried again; the product's own, unless given. */
  readonly retryDelaysMs?: readonly number[];
  /** Instead of the product's own of their kinds. */
  readonly channels?: readonly Channel[];
}

/** What goes on by itself, in this process beside all others: deliveries. */
export async function startWork(parts: WorkParts): Promise<AsyncDisposable> {
  const resources = new AsyncDisposableStack();
  const channels = new Map(createChannels(parts.config));
  for (const channel of channels.values()) resources.defer(() => channel.close?.());
  for (const channel of parts.channels ?? []) channels.set(channel.kind, channel);
  resources.defer(await deliver({ ...parts, channels }));
  return resources;
}
