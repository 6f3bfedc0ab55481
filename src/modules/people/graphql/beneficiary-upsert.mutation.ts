import { GraphQLEmailAddress } from 'graphql-scalars';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Beneficiary } from '../person.entity.js';
import { upsertBeneficiary } from '../upsert-beneficiary.js';
import { BeneficiaryObject } from './beneficiary.type.js';

@InputType('BeneficiaryUpsertInput', { description: 'A member; what is left out stays as it is, null clears.' })
class BeneficiaryUpsertInput {
  @Field(() => String, { description: 'The number on the card, which tells who it is; 100 characters at the most.' })
  membershipNumber!: string;
  @Field(() => String, { description: '200 characters at the most.' })
  name!: string;
  @Field(() => GraphQLEmailAddress, { nullable: true, description: 'Where e-mails go to.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'Where messages go to; 40 characters at the most.' })
  phone?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The number of whose dependant it is: of a member who is nobody’s dependant.',
  })
  holderMembershipNumber?: string | null;
}

@ObjectType('BeneficiaryPayload', { description: 'The member, or why nothing was changed.' })
class BeneficiaryPayload {
  @Field(() => BeneficiaryObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  beneficiary!: Beneficiary | null;
  @Field(() => [UserError], { description: 'What the user can mend; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class BeneficiaryUpsertMutation {
  @Requires('people:write')
  @Mutation(() => BeneficiaryPayload, {
    description: "Adds or changes a member as the operator's own systems know them, by membershipNumber.",
  })
  async beneficiaryUpsert(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => BeneficiaryUpsertInput, { description: 'The member.' }) input: BeneficiaryUpsertInput,
  ): Promise<BeneficiaryPayload> {
    const result = await upsertBeneficiary(ctx, input);
    return result.ok
      ? { beneficiary: result.value, userErrors: [] }
      : { beneficiary: null, userErrors: userErrorsOf(result.problems) };
  }
}
