import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Caller } from '../../../platform/auth/caller.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { type Operator, OperatorObject, operatorOf } from '../../operators/index.js';
import { beneficiaryLoader } from '../beneficiary-loaders.js';
import type { Beneficiary } from '../person.entity.js';
import { BeneficiaryObject } from './beneficiary.type.js';
import { ViewerObject } from './viewer.type.js';

@Resolver(() => ViewerObject)
export class ViewerFields {
  @FieldResolver(() => ID, { description: 'The id of the beneficiary or attendant that this is.' })
  id(@Root() caller: Caller): string {
    return caller.personId;
  }

  @FieldResolver(() => OperatorObject, { description: 'The operator that the credentials belong to.' })
  operator(@Ctx() ctx: RequestContext): Promise<Operator> {
    return operatorOf(ctx);
  }

  @FieldResolver(() => BeneficiaryObject, {
    nullable: true,
    description: 'The member that this is; null for staff and systems.',
  })
  async beneficiary(@Root() caller: Caller, @Ctx() ctx: RequestContext): Promise<Beneficiary | null> {
    return caller.kind === 'BENEFICIARY' ? beneficiaryLoader(ctx).load(caller.personId) : null;
  }

  @FieldResolver(() => [String], {
    description: 'What this caller may do, such as "occurrence:changeStatus"; in alphabetical order.',
  })
  permissions(@Root() caller: Caller): string[] {
    return [...caller.permissions].toSorted();
  }
}
