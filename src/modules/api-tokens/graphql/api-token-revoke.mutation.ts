import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { ApiToken } from '../api-token.js';
import type { KnownApiTokens } from '../known-api-tokens.js';
import { revokeApiToken } from '../revoke-api-token.js';
import { ApiTokenObject } from './api-token.type.js';

@ObjectType('ApiTokenRevokePayload', { description: 'A token that is revoked, or why it is not.' })
class ApiTokenRevokePayload {
  @Field(() => ApiTokenObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  apiToken!: ApiToken | null;
  @Field(() => [UserError], { description: 'What has to be mended; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class ApiTokenRevokeMutation {
  constructor(private readonly services: { readonly knownApiTokens: KnownApiTokens }) {}

  @Requires('apiToken:write')
  @Mutation(() => ApiTokenRevokePayload, {
    description:
      'Ends a token for good: other processes refuse it within a second, and connections that it opened are told no further event and closed with 4403. One that is revoked already stays as it was.',
  })
  async apiTokenRevoke(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the token.' }) id: string,
  ): Promise<ApiTokenRevokePayload> {
    const result = await revokeApiToken(ctx, id, this.services.knownApiTokens);
    return result.ok
      ? { apiToken: result.value, userErrors: [] }
      : { apiToken: null, userErrors: userErrorsOf(result.problems) };
  }
}
