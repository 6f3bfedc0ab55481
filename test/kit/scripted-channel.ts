import type { Channel, Parcel, Sent } from '../../src/modules/actions/index.js';

export interface ScriptedChannel extends Channel {
  /** What was sent, in order. */
  readonly parcels: Parcel[];
  /** How the following attempts end; DELIVERED where there is nothing more. */
  readonly script: ((parcel: Parcel) => Sent | Promise<Sent>)[];
}

/** A channel that leads nowhere and ends as it is told: for what is about deliveries and not about a channel. */
export function scriptedChannel(kind: Channel['kind']): ScriptedChannel {
  const parcels: Parcel[] = [];
  const script: ScriptedChannel['script'] = [];
  return {
    kind,
    parcels,
    script,
    compose: ({ key }, { values }) => ({ key, ...values }),
    async send(parcel) {
      parcels.push(parcel);
      const next = script.shift();
      return next ? next(parcel) : { state: 'DELIVERED', outcome: 'delivered', detail: null };
    },
  };
}
