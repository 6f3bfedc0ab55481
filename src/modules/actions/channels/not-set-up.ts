import type { Channel, SentKind } from './channel.js';

/** Stands for a channel that this server lacks the settings of: deliveries end as SKIPPED, and nothing else fails. */
export const notSetUp = (kind: SentKind, settings: string, compose: Channel['compose'] = () => ({})): Channel => ({
  kind,
  compose,
  send: () => Promise.resolve({ state: 'SKIPPED', outcome: 'not set up', detail: `The server has no ${settings}.` }),
});
