import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { type Connection, ForwardArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { ApiToken } from '../api-token.js';
import { readApiTokens } from '../read-api-tokens.js';
import { ApiTokenConnection } from './api-token.type.js';

@Resolver()
export class ApiTokensQuery {
  @Requires('apiToken:read')
  @Query(() => ApiTokenConnection, {
    description: 'The tokens of integrations, also those that expired or were revoked; newest first.',
  })
  apiTokens(@Ctx() ctx: RequestContext, @Args(() => ForwardArgs) args: ForwardArgs): Promise<Connection<ApiToken>> {
    return readApiTokens(ctx, args);
  }
}
