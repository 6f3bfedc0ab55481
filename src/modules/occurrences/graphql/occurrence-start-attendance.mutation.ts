import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';
import { OccurrenceVersionInput } from './occurrence-version.input.js';

@Resolver()
export class OccurrenceStartAttendanceMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:startAttendance')
  @Mutation(() => OccurrencePayload, {
    description:
      'Assigns the caller and, where attendance never started, moves to the status that starts it. Repeated by the same attendant: success, nothing changes.',
  })
  async occurrenceStartAttendance(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => OccurrenceVersionInput, { nullable: true, description: 'What the caller has seen.' })
    input?: OccurrenceVersionInput | null,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.startAttendance(ctx, id, input ?? {}));
  }
}
