import { renameInCondition } from './conditions.js';
import { renamedExits } from './chat-exits.js';
import type { StatusDefinition, TypeDefinition } from './definition.js';

/**
 * Adds each status to the next ones of those that it names as previous. Nothing is added where null means any, nor to a
 * closing status, which lists none.
 */
export const linkPreviousStatuses = (statuses: readonly StatusDefinition[]): StatusDefinition[] =>
  statuses.map((status) => {
    if (status.nextStatusKeys === null || status.closes) return status;
    const listed = status.nextStatusKeys;
    const linked = statuses
      .filter((next) => next.key !== status.key && next.previousStatusKeys.includes(status.key))
      .map((next) => next.key)
      .filter((key) => !listed.includes(key));
    return linked.length === 0 ? status : { ...status, nextStatusKeys: [...listed, ...linked] };
  });

/** Rewrites what names the status by its old key: next statuses, tabs that are required for it, actions, exits of chats. */
export function renameStatus(definition: TypeDefinition, from: string, to: string): TypeDefinition {
  const renamed = (key: string): string => (key === from ? to : key);
  return {
    ...definition,
    chat: definition.chat && renamedExits(definition.chat, renamed),
    statuses: definition.statuses.map((status) => ({
      ...status,
      nextStatusKeys: status.nextStatusKeys?.map(renamed) ?? null,
    })),
    tabs: definition.tabs.map((tab) => ({ ...tab, requiredForStatusKeys: tab.requiredForStatusKeys.map(renamed) })),
    actions: definition.actions.map((action) => ({ ...action, statusKey: renamed(action.statusKey) })),
  };
}

/** Rewrites the conditions that read the tab's fields by its old key. */
export const renameTab = (definition: TypeDefinition, from: string, to: string): TypeDefinition => ({
  ...definition,
  actions: definition.actions.map((action) => ({
    ...action,
    condition: action.condition && renameInCondition(action.condition, `abas.${from}.`, `abas.${to}.`),
  })),
});
