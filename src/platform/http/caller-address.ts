import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';

/** The address that a request comes from, at every door; empty once its connection is gone. */
export type CallerAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

export const connectionAddress: CallerAddress = ({ socket }) => socket.remoteAddress ?? '';

/**
 * That of the connection; where it is one of these proxies (addresses or CIDR ranges), the right-most one of
 * `X-Forwarded-For` that is none of them. What is no address says nothing: then it is the proxy that passed it on.
 */
export function addressBehind(trustedProxies: readonly string[]): CallerAddress {
  if (trustedProxies.length === 0) return connectionAddress;
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    // From the connection outwards, up to the first that is not trusted.
    const addresses = proxyAddr.all(request as IncomingMessage, isTrusted);
    return addresses.findLast((address) => isIP(address) !== 0) ?? '';
  };
}
