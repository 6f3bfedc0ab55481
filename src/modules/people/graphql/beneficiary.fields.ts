import { GraphQLEmailAddress } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { beneficiaryLoader, dependantsLoader } from '../beneficiary-loaders.js';
import { seesDependantsOf, seesDetailsOf, seesNumberOf } from '../beneficiary-sight.js';
import type { Beneficiary } from '../person.entity.js';
import { BeneficiaryObject } from './beneficiary.type.js';

const personal = 'For staff, the beneficiary and their holder alone.';

@Resolver(() => BeneficiaryObject)
export class BeneficiaryFields {
  @FieldResolver(() => BeneficiaryObject, {
    nullable: true,
    description: 'Whose dependant this is; a holder sees the occurrences of their dependants.',
  })
  async holder(@Root() member: Beneficiary, @Ctx() ctx: RequestContext): Promise<Beneficiary | null> {
    if (!member.holderId || !seesDetailsOf(ctx.caller, member)) return null;
    return beneficiaryLoader(ctx).load(member.holderId);
  }

  @FieldResolver(() => [BeneficiaryObject], { description: 'By name; for staff and the beneficiary alone.' })
  async dependants(@Root() member: Beneficiary, @Ctx() ctx: RequestContext): Promise<Beneficiary[]> {
    return seesDependantsOf(ctx.caller, member) ? dependantsLoader(ctx).load(member.id) : [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The number on the card ("carteirinha"). For staff and the beneficiary alone.',
  })
  membershipNumber(@Root() member: Beneficiary, @Ctx() ctx: RequestContext): string | null {
    return seesNumberOf(ctx.caller, member) ? (member.membershipNumber ?? null) : null;
  }

  @FieldResolver(() => GraphQLEmailAddress, { nullable: true, description: personal })
  email(@Root() member: Beneficiary, @Ctx() ctx: RequestContext): string | null {
    return seesDetailsOf(ctx.caller, member) ? (member.email ?? null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: personal })
  phone(@Root() member: Beneficiary, @Ctx() ctx: RequestContext): string | null {
    return seesDetailsOf(ctx.caller, member) ? (member.phone ?? null) : null;
  }
}
