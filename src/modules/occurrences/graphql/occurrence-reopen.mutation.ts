import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';
import { OccurrenceVersionInput } from './occurrence-version.input.js';

@Resolver()
export class OccurrenceReopenMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:reopen')
  @Mutation(() => OccurrencePayload, {
    description: 'Takes a closed occurrence back to the status that starts attendance, else to the default one.',
  })
  async occurrenceReopen(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => OccurrenceVersionInput, { nullable: true, description: 'What the caller has seen.' })
    input?: OccurrenceVersionInput | null,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.reopen(ctx, id, input ?? {}));
  }
}
