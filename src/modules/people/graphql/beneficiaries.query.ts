import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { type Connection, ForwardArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { listBeneficiaries } from '../beneficiary-list.js';
import type { Beneficiary } from '../person.entity.js';
import { BeneficiaryConnection } from './beneficiary.type.js';

@Resolver()
export class BeneficiariesQuery {
  @Requires('occurrence:read')
  @Query(() => BeneficiaryConnection, { description: "The operator's members, by name." })
  beneficiaries(
    @Ctx() ctx: RequestContext,
    @Args(() => ForwardArgs) page: ForwardArgs,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of a name, accents ignored, or a whole membership number; 200 characters at the most.',
    })
    search: string | null,
  ): Promise<Connection<Beneficiary>> {
    return listBeneficiaries(ctx, { ...page, search });
  }
}
