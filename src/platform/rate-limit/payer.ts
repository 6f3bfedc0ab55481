import { isIPv6 } from 'node:net';
import type { Caller } from '../auth/caller.js';

/** Whose budget an operation is charged to. The key holds ids and addresses alone, no names. */
export interface Payer {
  readonly share: 'caller' | 'address';
  readonly key: string;
}

export const payerOf = (caller: Pick<Caller, 'operatorId' | 'personId'>): Payer => ({
  share: 'caller',
  key: `${caller.operatorId}:${caller.personId}`,
});

/** Where no token says who is asking. */
export const strangerAt = (address: string): Payer => ({ share: 'address', key: addressKey(address) });

/** An IPv6 address counts by its first 64 bits: whoever has one has all the others of that network too. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const bare = address.split('%', 1)[0]!;
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const network = [...before, ...gap, ...after].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const groupsOf = (part: string): string[] => (part === '' ? [] : part.split(':'));
