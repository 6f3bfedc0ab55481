import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import type { Channel } from '../state.js';
import { ChannelEnum } from './enums.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';

@InputType('OccurrenceRequestReanalysisInput', { description: 'Why the ombudsman is to look at a denial again.' })
class OccurrenceRequestReanalysisInput {
  @Field(() => String, { description: 'What speaks against the denial: 1 to 10,000 characters.' })
  reason!: string;
  @Field(() => ChannelEnum, {
    nullable: true,
    description: 'APP for a beneficiary, ATTENDANT for staff, API for a system, unless given; never CHAT.',
  })
  channel?: Channel | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Of up to 200 printable ASCII characters, known for 7 days: the same key gives the same re-analysis back, even where it was denied again since.',
  })
  idempotencyKey?: string | null;
}

@Resolver()
export class OccurrenceRequestReanalysisMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:create', 'occurrence:createOwn')
  @Mutation(() => OccurrencePayload, {
    description:
      "Asks the ombudsman to look at a denial again (RN 623/2024, art. 16): opens a linked occurrence of the operator's type for it, with a protocol number of its own and the regulator's clock from now. By the member for whom it was denied, or by staff and systems for them; the denied one may be closed, and stays as it is. Once for each denial: asked again, the same re-analysis is given back, or TAKEN where a member cannot see it. INVALID where nothing is denied; NOT_AVAILABLE where the operator has no type for it, or several and none named, and for a re-analysis itself. `occurrence` is the re-analysis, null where there are errors.",
  })
  async occurrenceRequestReanalysis(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the denied occurrence.' }) id: string,
    @Arg('input', () => OccurrenceRequestReanalysisInput, { description: 'What is asked for.' })
    input: OccurrenceRequestReanalysisInput,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.requestReanalysis(ctx, id, input));
  }
}
