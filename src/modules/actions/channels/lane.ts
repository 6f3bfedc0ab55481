import type { Action } from '../../workflow/index.js';

type Sendable = Pick<Action, 'kind' | 'config'>;

/** The host, with its port where that is another than usual, that a hook leads to; null: it is no hook. */
export const hostOf = ({ kind, config }: Sendable): string | null =>
  kind === 'HOOK' && typeof config.url === 'string' ? new URL(config.url).host : null;

export const hookLane = (host: string): string => `HOOK ${host}`;

/**
 * What goes the same way: deliveries of one occurrence in one lane keep their order. Hooks to different hosts are apart,
 * so that one that is dead delays no other. Empty for what is never sent.
 */
export function laneOf(action: Sendable): string {
  if (action.kind === 'IN_APP') return '';
  const host = hostOf(action);
  return host === null ? action.kind : hookLane(host);
}

/** The kind that an action of the lane had when it fired, or was sent again. */
export const kindOfLane = (lane: string): string => lane.split(' ')[0]!;
