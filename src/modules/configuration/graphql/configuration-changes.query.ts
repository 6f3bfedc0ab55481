import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { type Connection, ForwardArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { type ConfigurationChange, readChanges } from '../read-changes.js';
import { ConfigurationChangeConnection } from './configuration-change.type.js';

@Resolver()
export class ConfigurationChangesQuery {
  @Requires('configuration:readActionConfigs', 'configuration:write')
  @Query(() => ConfigurationChangeConnection, {
    description: 'Who changed what in the configuration, with before and after; newest first.',
  })
  configurationChanges(
    @Ctx() ctx: RequestContext,
    @Args(() => ForwardArgs) args: ForwardArgs,
  ): Promise<Connection<ConfigurationChange>> {
    return readChanges(ctx, args);
  }
}
