import type { Problem } from '../../shared/problem.js';
import { exitsTo } from './chat-exits.js';
import type { StatusDefinition, TypeDefinition } from './definition.js';
import { statusFault } from './status-rules.js';

/** The statuses, as they will be, that a change takes out of use: count the occurrences in them before it is saved. */
export const deactivatedStatuses = (before: TypeDefinition, after: TypeDefinition): StatusDefinition[] => {
  const active = new Set(before.statuses.filter((status) => status.active).map((status) => status.id));
  return after.statuses.filter((status) => !status.active && status.id !== undefined && active.has(status.id));
};

/**
 * Refuses to deactivate a status that occurrences are in, that chats go to, or the default one unless another takes its
 * place.
 * `occurrences` counts those that are in a status, by its id.
 */
export function checkDeactivations(
  before: TypeDefinition,
  after: TypeDefinition,
  occurrences: ReadonlyMap<string, number>,
): Problem[] {
  const defaultLeft = after.statuses.some((status) => status.active && status.isDefault);
  const wasDefault = before.statuses.find((status) => status.active && status.isDefault)?.id;
  return deactivatedStatuses(before, after).flatMap((status) => {
    const fault = statusFault(status);
    const count = occurrences.get(status.id!) ?? 0;
    if (count > 0) {
      const message = `${count} ${count === 1 ? 'occurrence is' : 'occurrences are'} in it.`;
      return [{ ...fault('IN_USE', message, 'active'), details: { count } }];
    }
    const exits = exitsTo(after.chat, status.key);
    if (exits.length > 0) {
      const message = `Chats go there: ${exits.join(', ')}.`;
      return [{ ...fault('IN_USE', message, 'active'), details: { count: 0 } }];
    }
    if (status.id !== wasDefault || defaultLeft) return [];
    const message = 'It is the default: new occurrences need another one first. 0 occurrences are in it.';
    return [{ ...fault('IN_USE', message, 'active'), details: { count: 0 } }];
  });
}
