import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { DenialBasisInput } from './occurrence-change-status.mutation.js';
import { OccurrenceFilterInput } from './occurrence-filter.input.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';

@InputType('OccurrencesChangeStatusInput', { description: 'Which occurrences move, and where to.' })
class OccurrencesChangeStatusInput {
  @Field(() => [ID], { nullable: true, description: 'Up to 500; one of ids and filter is needed.' })
  ids?: string[] | null;
  @Field(() => OccurrenceFilterInput, {
    nullable: true,
    description: 'All that it selects when the mutation starts; INVALID where these are more than 500.',
  })
  filter?: OccurrenceFilterInput | null;
  @Field(() => ID, { nullable: true, description: 'The status; one of statusId and statusKey is needed.' })
  statusId?: string | null;
  @Field(() => String, { nullable: true, description: 'The status, by its key in the type of each occurrence.' })
  statusKey?: string | null;
  @Field(() => String, { nullable: true, description: 'As for `occurrenceChangeStatus`; the same for all.' })
  comment?: string | null;
  @Field(() => DenialBasisInput, { nullable: true, description: 'As for `occurrenceChangeStatus`; the same for all.' })
  denialBasis?: DenialBasisInput | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Of your choice, 1 to 64 letters, digits and _ . : -, to follow it by `occurrencesChangeStatusProgress`. TAKEN while one of that id is under way.',
  })
  progressId?: string | null;
}

@ObjectType('OccurrenceChangeResult', { description: 'What became of one of many.' })
class OccurrenceChangeResult extends OccurrencePayload {
  @Field(() => ID, { description: 'Of the occurrence, as it was given or selected.' })
  id!: string;
}

@ObjectType('OccurrencesChangeStatusPayload', { description: 'What became of each, or what stands in the way of all.' })
class OccurrencesChangeStatusPayload {
  @Field(() => [OccurrenceChangeResult], {
    description: 'One for each, in the order of `ids`; a filter’s oldest first.',
  })
  results!: OccurrenceChangeResult[];
  @Field(() => Int, { description: 'How many have moved.' })
  changed!: number;
  @Field(() => Int, { description: 'How many were refused, each for reasons of its own.' })
  refused!: number;
  @Field(() => [UserError], { description: 'What stands in the way of all; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class OccurrencesChangeStatusMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:bulk')
  @Mutation(() => OccurrencesChangeStatusPayload, {
    description:
      'Moves up to 500 occurrences, each by the rules of `occurrenceChangeStatus` and in a transaction of its own: some may be refused while others move. Where it breaks off, what has moved has moved; repeated, these are refused as being there.',
  })
  async occurrencesChangeStatus(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OccurrencesChangeStatusInput, { description: 'Which, and where to.' })
    input: OccurrencesChangeStatusInput,
  ): Promise<OccurrencesChangeStatusPayload> {
    const { items, problems } = await this.services.occurrences.changeStatuses(ctx, input);
    const changed = items.filter(({ written }) => written.cursor !== null).length;
    return {
      results: items.map(({ id, written }) => ({ id, ...payloadOf(written) })),
      changed,
      refused: items.length - changed,
      userErrors: userErrorsOf(problems),
    };
  }
}
