import { resolvers as actions } from './modules/actions/graphql/index.js';
import { resolvers as apiTokens } from './modules/api-tokens/graphql/index.js';
import { resolvers as attachments } from './modules/attachments/graphql/index.js';
import { resolvers as businessCalendars } from './modules/business-calendars/graphql/index.js';
import { resolvers as chat } from './modules/chat/graphql/index.js';
import { resolvers as configuration } from './modules/configuration/graphql/index.js';
import { resolvers as devices } from './modules/devices/graphql/index.js';
import { resolvers as forms } from './modules/forms/graphql/index.js';
import { resolvers as occurrences } from './modules/occurrences/graphql/index.js';
import { resolvers as letters } from './modules/letters/graphql/index.js';
import { resolvers as operators } from './modules/operators/graphql/index.js';
import { resolvers as people } from './modules/people/graphql/index.js';
import { resolvers as presence } from './modules/presence/graphql/index.js';
import { resolvers as protocols } from './modules/protocols/graphql/index.js';
import { resolvers as reports } from './modules/reports/graphql/index.js';
import { resolvers as teams } from './modules/teams/graphql/index.js';
import { resolvers as workflow } from './modules/workflow/graphql/index.js';
import { NodeQuery } from './platform/graphql/node-query.js';
import type { ResolverClass } from './platform/graphql/schema.js';

/** Every resolver of every module. */
export const resolvers: readonly ResolverClass[] = [
  NodeQuery,
  ...operators,
  ...people,
  ...configuration,
  ...apiTokens,
  ...devices,
  ...forms,
  ...protocols,
  ...businessCalendars,
  ...workflow,
  ...teams,
  ...occurrences,
  ...presence,
  ...chat,
  ...letters,
  ...actions,
  ...attachments,
  ...reports,
];
