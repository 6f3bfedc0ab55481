import type { Agent as HttpAgent } from 'node:http';
import type { AgentOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface HookNetwork {
  /** Loopback, link-local and private addresses, and http: for trying things out. */
  readonly allowPrivateNetworks: boolean;
  /** Resolves names; the system's own, unless given. */
  readonly lookup?: LookupFunction;
  /** Whom certificates are trusted by; the system's own, unless given. */
  readonly ca?: string;
}

/**
 * A name is looked up once an attempt, by the agent, and what was checked is what is connected to: there is no second
 * look-up that could answer otherwise. No connection outlives its request, so none outlives its check.
 */
export function hookAgents({ allowPrivateNetworks: allowed, lookup, ca }: HookNetwork): (url: URL) => HttpAgent {
  const options: AgentOptions & { allowPrivateIPAddress: boolean; allowMetaIPAddress: boolean } = {
    keepAlive: false,
    allowPrivateIPAddress: allowed,
    allowMetaIPAddress: allowed,
    ...(lookup && { lookup }),
    ...(ca !== undefined && { ca }),
  };
  const secure = new RequestFilteringHttpsAgent(options);
  const plain = new RequestFilteringHttpAgent(options);
  return ({ protocol }) => (protocol === 'https:' ? secure : plain);
}

/** The agent gives its refusals no code. */
export const isRefusedAddress = (error: unknown): boolean =>
  error instanceof Error && /^DNS lookup .* is not allowed\./.test(error.message);
