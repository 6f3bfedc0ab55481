import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';
import { expectedVersionDescription } from './occurrence-version.input.js';

@InputType('DenialBasisInput', { description: 'Why a request is denied, in writing.' })
export class DenialBasisInput {
  @Field(() => String, {
    description:
      'In plain language: up to 4,000 characters. Along with a conclusive status one that concludes nothing ("em análise") is GENERIC_ANSWER.',
  })
  reason!: string;
  @Field(() => String, { description: 'Contract clause or legal provision: up to 500 characters.' })
  provision!: string;
}

@InputType('OccurrenceChangeStatusInput', { description: 'Where an occurrence moves to.' })
class OccurrenceChangeStatusInput {
  @Field(() => ID, { nullable: true, description: 'The status; one of statusId and statusKey is needed.' })
  statusId?: string | null;
  @Field(() => String, { nullable: true, description: 'The status, by its key in the type.' })
  statusKey?: string | null;
  @Field(() => Int, { nullable: true, description: expectedVersionDescription })
  expectedVersion?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Shown to the beneficiary, up to 4,000 characters; internal remarks are notes. Along with a conclusive status one that concludes nothing ("em análise") is GENERIC_ANSWER: what members read with it is the answer.',
  })
  comment?: string | null;
  @Field(() => DenialBasisInput, { nullable: true, description: 'Needed where the status demands it.' })
  denialBasis?: DenialBasisInput | null;
}

@Resolver()
export class OccurrenceChangeStatusMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:changeStatus')
  @Mutation(() => OccurrencePayload, { description: 'Moves an occurrence to another status of its type.' })
  async occurrenceChangeStatus(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => OccurrenceChangeStatusInput, { description: 'Where to, and what is said along.' })
    input: OccurrenceChangeStatusInput,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.changeStatus(ctx, id, input));
  }
}
