import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { catalogueOf } from '../catalogue.js';
import type { Feature, OccurrenceType } from '../model.js';
import { isTypeVisible } from '../visible.js';
import { FeatureObject } from './feature.type.js';
import { OccurrenceTypeObject } from './occurrence-type.type.js';

@Resolver(() => FeatureObject)
export class FeatureFields {
  @FieldResolver(() => OccurrenceTypeObject, {
    nullable: true,
    description: 'What it opens; null where it is linked to no type.',
  })
  async occurrenceType(@Ctx() ctx: RequestContext, @Root() { typeId }: Feature): Promise<OccurrenceType | null> {
    const catalogue = await catalogueOf(ctx);
    const type = typeId === null ? undefined : catalogue.type(typeId);
    return type && isTypeVisible(ctx, catalogue, type) ? type : null;
  }
}
