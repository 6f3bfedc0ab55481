import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { teamsOf } from './load-teams.js';

/** Who may see the queue sees who works it. */
export const teamNodes: NodeLoaders = {
  team: async (ctx, id) =>
    ctx.caller.permissions.has('occurrence:read')
      ? ((await teamsOf(ctx)).find((team) => team.id === id) ?? null)
      : null,
};
