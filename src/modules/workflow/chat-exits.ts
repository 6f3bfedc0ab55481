import type { ChatExits, ChatRules } from './model.js';

/** What happens to chats, by the field that names where they go then. */
export const chatExits = [
  'gaveUpStatusKey',
  'exhaustedStatusKey',
  'outOfHoursStatusKey',
  'maxWaitStatusKey',
  'pendingStatusKey',
  'beneficiaryInactiveStatusKey',
  'attendantInactiveStatusKey',
] as const satisfies readonly (keyof ChatExits)[];
export type ChatExit = (typeof chatExits)[number];

/** The exits that lead to a status. */
export const exitsTo = (rules: ChatRules | null, statusKey: string): ChatExit[] =>
  rules === null ? [] : chatExits.filter((exit) => rules[exit] === statusKey);

/** The rules once statuses are called otherwise. */
export const renamedExits = (rules: ChatRules, renamed: (key: string) => string): ChatRules => ({
  ...rules,
  ...Object.fromEntries(chatExits.map((exit) => [exit, rules[exit] === null ? null : renamed(rules[exit])])),
});
