import type { AppParts } from './app.js';
import { documentsOf } from './documents.js';
import { channelsOf, deliver, type PauseRules } from './modules/actions/index.js';
import { PushDevices } from './modules/devices/index.js';
import { DenialLetters } from './modules/letters/index.js';
import { watchClocks } from './modules/occurrences/index.js';
import type { Metrics } from './platform/observability/metrics.js';

export interface WorkParts extends Pick<
  AppParts,
  'config' | 'database' | 'bus' | 'jobs' | 'clock' | 'log' | 'channels'
> {
  /** Where links lead to. */
  readonly links: { readonly publicUrl: string };
  /** How long after each attempt that failed a delivery is tried again; the product's own, unless given. */
  readonly retryDelaysMs?: readonly number[];
  /** Where attempts and the lateness of events are counted, if anywhere. */
  readonly metrics?: Pick<Metrics, 'deliveryAttempts' | 'clockEventLateness'>;
  /** When hosts of hooks that fail are paused; the product's own rules, unless given. */
  readonly pauses?: PauseRules;
  /** By what time deadlines are judged; the database's, unless given. */
  readonly present?: () => Promise<Date>;
}

/** What goes on by itself, in this process beside all others: deliveries, and what time does to the clocks. */
export async function startWork(parts: WorkParts): Promise<AsyncDisposable> {
  const resources = new AsyncDisposableStack();
  const { config, database } = parts;
  const documents = documentsOf(new DenialLetters(database));
  const channels = channelsOf(config, new PushDevices(database), documents, parts.channels);
  for (const channel of channels.values()) resources.defer(() => channel.close?.());
  resources.defer(deliver({ ...parts, channels }));
  const present = parts.present ?? (() => database.present());
  resources.defer(watchClocks({ ...parts, present }));
  return resources;
}
