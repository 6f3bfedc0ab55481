import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { FeatureService } from '../feature-service.js';
import { FeaturePayload, featurePayload } from './feature.payload.js';

@Resolver()
export class FeatureUnlinkMutation {
  constructor(private readonly services: { readonly features: FeatureService }) {}

  @Requires('configuration:write')
  @Mutation(() => FeaturePayload, {
    description: 'Links a feature to no type; it opens nothing until it is linked again.',
  })
  async featureUnlink(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the feature.' }) id: string,
  ): Promise<FeaturePayload> {
    return featurePayload(await this.services.features.unlink(ctx, id));
  }
}
