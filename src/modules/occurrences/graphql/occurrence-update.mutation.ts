import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { RegulatoryKindEnum } from '../../workflow/graphql/index.js';
import type { RegulatoryKind } from '../../workflow/index.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';
import { expectedVersionDescription } from './occurrence-version.input.js';

@InputType('OccurrenceUpdateInput', { description: 'What describes an occurrence; what is left out stays as it is.' })
class OccurrenceUpdateInput {
  @Field(() => String, { nullable: true, description: '1 to 10,000 characters; it cannot be cleared.' })
  description?: string | null;
  @Field(() => RegulatoryKindEnum, {
    nullable: true,
    description: 'By a supervisor, with a reason; null: no answer is demanded.',
  })
  regulatoryKind?: RegulatoryKind | null;
  @Field(() => String, { nullable: true, description: 'Why; for staff alone, up to 4,000 characters.' })
  reason?: string | null;
  @Field(() => Int, { nullable: true, description: expectedVersionDescription })
  expectedVersion?: number | null;
}

@Resolver()
export class OccurrenceUpdateMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:update', 'occurrence:updateOwn', 'occurrence:setRegulatoryKind')
  @Mutation(() => OccurrencePayload, {
    description: 'Corrects what describes an occurrence; moves no status. A beneficiary: before attendance starts.',
  })
  async occurrenceUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => OccurrenceUpdateInput, { description: 'What changes.' }) input: OccurrenceUpdateInput,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.update(ctx, id, input));
  }
}
