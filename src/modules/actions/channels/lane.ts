import type { Action } from '../../workflow/index.js';

/**
 * What goes the same way: deliveries of one occurrence in one lane keep their order. Hooks to different hosts are apart,
 * so that one that is dead delays no other. Empty for what is never sent.
 */
export function laneOf({ kind, config }: Pick<Action, 'kind' | 'config'>): string {
  if (kind === 'IN_APP') return '';
  return kind === 'HOOK' && typeof config.url === 'string' ? `HOOK ${new URL(config.url).host}` : kind;
}
