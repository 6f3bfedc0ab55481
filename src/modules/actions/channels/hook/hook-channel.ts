import type { Channel, Parcel, Sent } from '../channel.js';
import { hookAgents, type HookNetwork } from './hook-agents.js';
import { hookBody } from './hook-body.js';
import { hookHeaders } from './hook-headers.js';
import { outcomeOf, outcomeOfFault, refused } from './outcome.js';
import { post } from './post.js';

/** Hooks: signed by Standard Webhooks, to addresses that anybody may reach. */
export function hookChannel(network: HookNetwork): Channel {
  const agentFor = hookAgents(network);
  return {
    kind: 'HOOK',
    compose: hookBody,
    async send(parcel: Parcel, signal: AbortSignal): Promise<Sent> {
      const { config, now } = parcel;
      const url = new URL(String(config.url));
      if (url.protocol !== 'https:' && !network.allowPrivateNetworks) return refused('Hooks go by https alone.');
      const timeoutMs = Number(config.timeoutMs);
      const timeout = AbortSignal.timeout(timeoutMs);
      const body = JSON.stringify(parcel.message);
      const headers = hookHeaders(parcel, body);
      try {
        const answer = await post({
          url,
          agent: agentFor(url),
          headers,
          body,
          signal: AbortSignal.any([signal, timeout]),
        });
        return outcomeOf(answer, now);
      } catch (error) {
        // Interrupted by this process, which stops: the next one begins again.
        if (signal.aborted) return { state: 'DEFERRED', until: now };
        if (!timeout.aborted) return outcomeOfFault(error);
        return { state: 'RETRY', outcome: 'timeout', detail: `There was no answer within ${timeoutMs} ms.` };
      }
    },
  };
}
