import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { catalogueOf } from '../catalogue.js';
import type { Feature } from '../model.js';
import { visibleFeatures } from '../visible.js';
import { FeatureObject } from './feature.type.js';

@Resolver()
export class FeaturesQuery {
  @Requires('configuration:read', 'configuration:readLinked')
  @Query(() => [FeatureObject], {
    description: 'Every feature, in the order of keys; a beneficiary sees those that open an active type.',
  })
  async features(@Ctx() ctx: RequestContext): Promise<Feature[]> {
    return visibleFeatures(ctx, await catalogueOf(ctx));
  }
}
