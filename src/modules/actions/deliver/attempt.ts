import type { Logger } from 'pino';
import { withoutWords } from '../../../platform/observability/serialize-error.js';
import type { Channel, Parcel, Sent } from '../channels/channel.js';

export interface Attempt {
  readonly channel: Channel;
  readonly parcel: Parcel;
  readonly signal: AbortSignal;
}

/** One attempt, which ends whatever happens. What a channel throws may quote what the other side said of somebody. */
export async function attempt({ channel, parcel, signal }: Attempt, log: Logger): Promise<Sent> {
  // Broken off by this process, which stops, or lets go of what another has taken up: whoever goes on begins again.
  const brokenOff = { state: 'DEFERRED', until: parcel.now } as const;
  try {
    const sent = await channel.send(parcel, signal);
    return signal.aborted && sent.state === 'RETRY' ? brokenOff : sent;
  } catch (error) {
    if (signal.aborted) return brokenOff;
    const { deliveryId } = parcel;
    log.error({ err: withoutWords(error), kind: channel.kind, deliveryId }, 'a delivery could not be tried');
    return { state: 'RETRY', outcome: 'fault', detail: null };
  }
}
