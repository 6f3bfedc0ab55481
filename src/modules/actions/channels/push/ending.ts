import type { Sent } from '../channel.js';
import type { Tried } from './fcm-answer.js';

/** What an attempt came to. */
export interface Round {
  /** Devices that attempts before have reached, by id. */
  readonly before: readonly string[];
  readonly tried: readonly { readonly deviceId: string; readonly outcome: Tried }[];
}

type Kind<K extends Tried['kind']> = Extract<Tried, { kind: K }>;

/** How an attempt ends that went to several devices: well, once one has it and nothing is left to be tried. */
export function endingOf({ before, tried }: Round): Sent {
  const of = <K extends Tried['kind']>(kind: K) =>
    tried.map(({ outcome }) => outcome).filter((outcome): outcome is Kind<K> => outcome.kind === kind);
  const now = tried.filter(({ outcome }) => outcome.kind === 'reached').map(({ deviceId }) => deviceId);
  const reached = [...before, ...now];
  const all = before.length + tried.length;
  const share = `${reached.length} of ${all} devices`;
  const again = of('again');
  const [refused] = of('refused');
  // Credentials are what somebody has to mend: they are told before what passes by itself.
  const worst = again.find(({ outcome }) => outcome === 'credentials') ?? again[0];
  if (worst) {
    const notBefore = Math.max(...again.map((one) => one.notBefore?.getTime() ?? 0));
    return {
      state: 'RETRY',
      outcome: worst.outcome,
      detail: reached.length > 0 ? `${worst.detail}; taken for ${share}` : worst.detail,
      ...(notBefore > 0 && { notBefore: new Date(notBefore) }),
      ...(reached.length > 0 && { reached }),
    };
  }
  if (reached.length > 0) {
    return { state: 'DELIVERED', outcome: 'delivered', detail: reached.length < all ? `Taken for ${share}.` : null };
  }
  if (refused) return { state: 'FAILED', outcome: 'refused', detail: refused.detail };
  const gone = tried.length > 0 ? 'The service knows none of the devices any more.' : 'None is registered.';
  return { state: 'SKIPPED', outcome: 'no device', detail: gone };
}
