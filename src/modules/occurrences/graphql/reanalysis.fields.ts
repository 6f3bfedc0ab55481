import { Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { occurrenceLoader, reanalysesLoader } from '../read/visible-occurrences.js';
import { type EventOf, OccurrenceEventObject } from './occurrence-event.type.js';
import { OccurrenceObject } from './occurrence.type.js';
import { OccurrenceCreatedObject } from './status-events.type.js';

// A denial and its re-analysis, from both sides.

@Resolver(() => OccurrenceObject)
export class OccurrenceReanalysisFields {
  @FieldResolver(() => OccurrenceObject, {
    nullable: true,
    description:
      'The denied occurrence that this one is the re-analysis of (RN 623/2024, art. 16); null where it is none, or the caller cannot see that one.',
  })
  async reanalysisOf(@Root() { reanalysisOfId }: OccurrenceRow, @Ctx() ctx: RequestContext) {
    return reanalysisOfId ? occurrenceLoader(ctx).load(reanalysisOfId) : null;
  }

  @FieldResolver(() => [OccurrenceObject], {
    description:
      'The re-analyses of its denials by the ombudsman, in the order of the denials, as far as the caller can see them: one for each denial.',
  })
  reanalyses(@Root() { id }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<OccurrenceRow[]> {
    return reanalysesLoader(ctx).load(id);
  }
}

@Resolver(() => OccurrenceCreatedObject)
export class OccurrenceCreatedAsReanalysisFields {
  @FieldResolver(() => OccurrenceObject, {
    nullable: true,
    description: 'The denied occurrence that it was opened about; null where it is no re-analysis, or not visible.',
  })
  async reanalysisOf(@Root() { payload }: EventOf<'CREATED'>, @Ctx() ctx: RequestContext) {
    return payload.reanalysisOf ? occurrenceLoader(ctx).load(payload.reanalysisOf) : null;
  }
}

@ObjectType('OccurrenceReanalysisRequested', {
  implements: OccurrenceEventObject,
  description: 'The ombudsman was asked to look at its denial again. Nothing of it changed: it may be closed.',
})
export class OccurrenceReanalysisRequestedObject extends OccurrenceEventObject {}

@Resolver(() => OccurrenceReanalysisRequestedObject)
export class OccurrenceReanalysisRequestedFields {
  @FieldResolver(() => OccurrenceObject, {
    nullable: true,
    description: 'What was opened for it; null where the caller cannot see it.',
  })
  async reanalysis(@Root() { payload }: EventOf<'REANALYSIS_REQUESTED'>, @Ctx() ctx: RequestContext) {
    return occurrenceLoader(ctx).load(payload.reanalysisId);
  }
}
