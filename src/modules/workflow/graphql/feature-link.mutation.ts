import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { FeatureService } from '../feature-service.js';
import { FeatureLinkInput } from './feature-link.input.js';
import { FeaturePayload, featurePayload } from './feature.payload.js';

@Resolver()
export class FeatureLinkMutation {
  constructor(private readonly services: { readonly features: FeatureService }) {}

  @Requires('configuration:write')
  @Mutation(() => FeaturePayload, {
    description: 'Links a feature to the type that it opens: that is what puts a type to use.',
  })
  async featureLink(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FeatureLinkInput, { description: 'The feature and its type.' }) input: FeatureLinkInput,
  ): Promise<FeaturePayload> {
    return featurePayload(await this.services.features.link(ctx, input));
  }
}
