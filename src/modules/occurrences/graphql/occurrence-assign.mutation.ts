import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';
import { expectedVersionDescription } from './occurrence-version.input.js';

@InputType('OccurrenceAssignInput', { description: 'Who is to work on an occurrence.' })
class OccurrenceAssignInput {
  @Field(() => ID, { nullable: true, description: 'null: back to the queue. Supervisors alone name somebody else.' })
  attendantId?: string | null;
  @Field(() => Int, { nullable: true, description: expectedVersionDescription })
  expectedVersion?: number | null;
}

@Resolver()
export class OccurrenceAssignMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:assignSelf', 'occurrence:assignOthers')
  @Mutation(() => OccurrencePayload, { description: 'Gives an occurrence to an attendant, or back to the queue.' })
  async occurrenceAssign(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => OccurrenceAssignInput, { description: 'To whom.' }) input: OccurrenceAssignInput,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.assign(ctx, id, input));
  }
}
