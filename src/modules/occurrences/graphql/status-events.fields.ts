import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AttendantObject, type Staff, staffLoader } from '../../people/index.js';
import { StatusObject } from '../../workflow/graphql/index.js';
import { catalogueOf, type Status } from '../../workflow/index.js';
import { seesInternals } from '../read/seen.js';
import type { Channel, DenialBasis, StreamFacets } from '../state.js';
import { fromShownToBeneficiary } from '../visibility.js';
import { DenialBasisObject } from './denial-basis.type.js';
import { ChannelEnum } from './enums.js';
import type { EventOf } from './occurrence-event.type.js';
import {
  OccurrenceCreatedObject,
  OccurrenceReopenedObject,
  OccurrenceStatusChangedObject,
} from './status-events.type.js';

const statusOf = async (ctx: RequestContext, id: string): Promise<Status | undefined> =>
  (await catalogueOf(ctx)).status(id);

/** Where it came from, as far as the caller may know. */
const fromOf = (ctx: RequestContext, event: EventOf<'STATUS_CHANGED' | 'REOPENED'>): Promise<Status | undefined> => {
  const { payload, before, after } = event;
  const faceted = { payload, before: before as StreamFacets | null, after: after as unknown as StreamFacets };
  const told = seesInternals(ctx) ? null : fromShownToBeneficiary(faceted);
  return statusOf(ctx, told ?? payload.from);
};

@Resolver(() => OccurrenceCreatedObject)
export class OccurrenceCreatedFields {
  @FieldResolver(() => StatusObject, { description: 'Where it began.' })
  status(@Root() { payload }: EventOf<'CREATED'>, @Ctx() ctx: RequestContext): Promise<Status | undefined> {
    return statusOf(ctx, payload.statusId);
  }

  @FieldResolver(() => ChannelEnum, { description: 'How it was opened.' })
  channel(@Root() { payload }: EventOf<'CREATED'>): Channel {
    return payload.channel;
  }

  @FieldResolver(() => AttendantObject, {
    nullable: true,
    description:
      'Whom its team gave it to as it was opened; null where it waits in the queue, and always for a beneficiary.',
  })
  async attendant(@Root() { payload }: EventOf<'CREATED'>, @Ctx() ctx: RequestContext): Promise<Staff | null> {
    return payload.assignedTo !== undefined && seesInternals(ctx) ? staffLoader(ctx).load(payload.assignedTo) : null;
  }
}

@Resolver(() => OccurrenceStatusChangedObject)
export class OccurrenceStatusChangedFields {
  @FieldResolver(() => StatusObject, {
    description: 'Where it came from; to a beneficiary the last status that was shown to them.',
  })
  from(@Root() event: EventOf<'STATUS_CHANGED'>, @Ctx() ctx: RequestContext): Promise<Status | undefined> {
    return fromOf(ctx, event);
  }

  @FieldResolver(() => StatusObject, { description: 'Where it is since.' })
  to(@Root() { payload }: EventOf<'STATUS_CHANGED'>, @Ctx() ctx: RequestContext): Promise<Status | undefined> {
    return statusOf(ctx, payload.to);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the attendant or the system said with it.' })
  comment(@Root() { payload }: EventOf<'STATUS_CHANGED'>): string | null {
    return payload.comment;
  }

  @FieldResolver(() => DenialBasisObject, { nullable: true, description: 'What the denial rests on, if it is one.' })
  denialBasis(@Root() { payload }: EventOf<'STATUS_CHANGED'>): DenialBasis | null {
    return payload.denialBasis;
  }

  @FieldResolver(() => AttendantObject, {
    nullable: true,
    description: 'Who took it by the same change; null where nobody did, and always for a beneficiary.',
  })
  async attendant(@Root() { payload }: EventOf<'STATUS_CHANGED'>, @Ctx() ctx: RequestContext): Promise<Staff | null> {
    return payload.assignedTo !== null && seesInternals(ctx) ? staffLoader(ctx).load(payload.assignedTo) : null;
  }
}

@Resolver(() => OccurrenceReopenedObject)
export class OccurrenceReopenedFields {
  @FieldResolver(() => StatusObject, {
    description: 'Where it was closed; to a beneficiary the last status that was shown to them.',
  })
  from(@Root() event: EventOf<'REOPENED'>, @Ctx() ctx: RequestContext): Promise<Status | undefined> {
    return fromOf(ctx, event);
  }

  @FieldResolver(() => StatusObject, { description: 'Where it is since.' })
  to(@Root() { payload }: EventOf<'REOPENED'>, @Ctx() ctx: RequestContext): Promise<Status | undefined> {
    return statusOf(ctx, payload.to);
  }
}
