import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { scopes } from '../../../platform/auth/permissions.js';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { ApiToken } from '../api-token.js';
import { createApiToken } from '../create-api-token.js';
import { defaultDays, longestDays } from '../new-api-token.js';
import { ApiTokenObject } from './api-token.type.js';

@InputType('ApiTokenCreateInput', { description: 'A token for an integration.' })
class ApiTokenCreateInput {
  @Field(() => String, {
    description: 'Of the system that will have it, 200 characters at the most; several tokens may share one.',
  })
  name!: string;
  @Field(() => [String], { description: `What it may do, one at least of: ${scopes.join(', ')}.` })
  scopes!: string[];
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `From when on it is good for nothing: ${longestDays} days from now at the most; in ${defaultDays} days unless given.`,
  })
  expiresAt?: Date | null;
}

@ObjectType('ApiTokenCreatePayload', { description: 'A token that was made, or why it was not.' })
class ApiTokenCreatePayload {
  @Field(() => ApiTokenObject, { nullable: true, description: 'What was made; null where there are errors.' })
  apiToken!: ApiToken | null;
  @Field(() => String, {
    nullable: true,
    description: 'The token itself, shown here and never again; null where there are errors.',
  })
  secret!: string | null;
  @Field(() => [UserError], { description: 'What has to be mended; nothing was made where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class ApiTokenCreateMutation {
  @Requires('apiToken:write')
  @Mutation(() => ApiTokenCreatePayload, {
    description: 'Makes a token for an integration. It stays as it is until it expires or is revoked.',
  })
  async apiTokenCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ApiTokenCreateInput, { description: 'The token.' }) input: ApiTokenCreateInput,
  ): Promise<ApiTokenCreatePayload> {
    const result = await createApiToken(ctx, input);
    return result.ok
      ? { ...result.value, userErrors: [] }
      : { apiToken: null, secret: null, userErrors: userErrorsOf(result.problems) };
  }
}
