import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { badUserInput } from '../../../platform/graphql/errors.js';
import { catalogueOf } from '../catalogue.js';
import type { OccurrenceType } from '../model.js';
import { isTypeVisible, visibleTypes } from '../visible.js';
import { OccurrenceTypeObject } from './occurrence-type.type.js';

@Resolver()
export class OccurrenceTypesQuery {
  @Requires('configuration:read', 'configuration:readLinked')
  @Query(() => [OccurrenceTypeObject], {
    description:
      'Every type, inactive ones included, in the order of keys; a beneficiary sees the active ones that a feature opens.',
  })
  async occurrenceTypes(@Ctx() ctx: RequestContext): Promise<OccurrenceType[]> {
    return visibleTypes(ctx, await catalogueOf(ctx));
  }

  @Requires('configuration:read', 'configuration:readLinked')
  @Query(() => OccurrenceTypeObject, {
    nullable: true,
    description: 'One type, by id or by key: exactly one of them. Null where the caller can see no such type.',
  })
  async occurrenceType(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'Of the type.' }) id?: string | null,
    @Arg('key', () => String, { nullable: true, description: 'Of the type: "reembolso".' }) key?: string | null,
  ): Promise<OccurrenceType | null> {
    if ((id == null) === (key == null)) throw badUserInput('Give either id or key.');
    const catalogue = await catalogueOf(ctx);
    const type = id == null ? catalogue.typeByKey(key!) : catalogue.type(id);
    return type && isTypeVisible(ctx, catalogue, type) ? type : null;
  }
}
