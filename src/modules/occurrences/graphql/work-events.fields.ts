import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AttendantObject, type Staff, staffLoader } from '../../people/index.js';
import { ActionObject, RegulatoryKindEnum } from '../../workflow/graphql/index.js';
import { type Action, catalogueOf, type RegulatoryKind } from '../../workflow/index.js';
import type { ActionSettled, SlaStateChanged } from '../events.js';
import { seesInternals } from '../read/seen.js';
import type { SlaState } from '../state.js';
import { ActionOutcomeEnum, ClockEnum, SlaStateEnum } from './enums.js';
import type { EventOf } from './occurrence-event.type.js';
import {
  OccurrenceActionSettledObject,
  OccurrenceAssignedObject,
  OccurrenceSlaStateChangedObject,
  OccurrenceUpdatedObject,
} from './work-events.type.js';

const attendantOf = async (ctx: RequestContext, id: string | null): Promise<Staff | null> =>
  id !== null && seesInternals(ctx) ? staffLoader(ctx).load(id) : null;

@Resolver(() => OccurrenceAssignedObject)
export class OccurrenceAssignedFields {
  @FieldResolver(() => AttendantObject, {
    nullable: true,
    description: 'Who has it since; null: it went back to the queue. Always null for a beneficiary.',
  })
  attendant(@Root() { payload }: EventOf<'ASSIGNED'>, @Ctx() ctx: RequestContext): Promise<Staff | null> {
    return attendantOf(ctx, payload.to);
  }

  @FieldResolver(() => AttendantObject, {
    nullable: true,
    description: 'Who had it before; null: nobody. Always null for a beneficiary.',
  })
  previousAttendant(@Root() { payload }: EventOf<'ASSIGNED'>, @Ctx() ctx: RequestContext): Promise<Staff | null> {
    return attendantOf(ctx, payload.from);
  }

  @FieldResolver(() => Boolean, { description: 'Whether attendance started with it.' })
  attendanceStarted(@Root() { payload }: EventOf<'ASSIGNED'>): boolean {
    return payload.attendanceStarted;
  }
}

@Resolver(() => OccurrenceUpdatedObject)
export class OccurrenceUpdatedFields {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The description since; null where it stayed as it was.',
  })
  description(@Root() { payload }: EventOf<'UPDATED'>): string | null {
    return payload.description?.after ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The description before; null where it stayed as it was.',
  })
  previousDescription(@Root() { payload }: EventOf<'UPDATED'>): string | null {
    return payload.description?.before ?? null;
  }

  @FieldResolver(() => RegulatoryKindEnum, {
    nullable: true,
    description: 'The kind of answer since; null where it stayed as it was, or there is none.',
  })
  regulatoryKind(@Root() { payload }: EventOf<'UPDATED'>): RegulatoryKind | null {
    return payload.regulatoryKind?.after ?? null;
  }

  @FieldResolver(() => RegulatoryKindEnum, {
    nullable: true,
    description: 'The kind of answer before; null where it stayed as it was, or there was none.',
  })
  previousRegulatoryKind(@Root() { payload }: EventOf<'UPDATED'>): RegulatoryKind | null {
    return payload.regulatoryKind?.before ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why; null where none was given, and for a beneficiary.',
  })
  reason(@Root() { payload }: EventOf<'UPDATED'>, @Ctx() ctx: RequestContext): string | null {
    return seesInternals(ctx) ? payload.reason : null;
  }
}

@Resolver(() => OccurrenceSlaStateChangedObject)
export class OccurrenceSlaStateChangedFields {
  @FieldResolver(() => ClockEnum, { description: 'Whose deadline it is.' })
  clock(@Root() { payload }: EventOf<'SLA_STATE_CHANGED'>): SlaStateChanged['clock'] {
    return payload.clock;
  }

  @FieldResolver(() => SlaStateEnum, {
    nullable: true,
    description: "How the deadline stands since; null for a beneficiary where it is the operator's own.",
  })
  state(@Root() { payload }: EventOf<'SLA_STATE_CHANGED'>, @Ctx() ctx: RequestContext): SlaState | null {
    return seesClock(ctx, payload) ? payload.to : null;
  }

  @FieldResolver(() => SlaStateEnum, {
    nullable: true,
    description: 'How it stood before; null where it has just begun, and where `state` is null.',
  })
  previousState(@Root() { payload }: EventOf<'SLA_STATE_CHANGED'>, @Ctx() ctx: RequestContext): SlaState | null {
    return seesClock(ctx, payload) ? payload.from : null;
  }
}

const seesClock = (ctx: RequestContext, { clock }: SlaStateChanged): boolean =>
  clock === 'REGULATORY' || seesInternals(ctx);

@Resolver(() => OccurrenceActionSettledObject)
export class OccurrenceActionSettledFields {
  @FieldResolver(() => ID, { nullable: true, description: 'The delivery; null for a beneficiary.' })
  deliveryId(@Root() { payload }: EventOf<'ACTION_SETTLED'>, @Ctx() ctx: RequestContext): string | null {
    return seesInternals(ctx) ? payload.deliveryId : null;
  }

  @FieldResolver(() => ActionObject, { nullable: true, description: 'What fired; null for a beneficiary.' })
  async action(@Root() { payload }: EventOf<'ACTION_SETTLED'>, @Ctx() ctx: RequestContext): Promise<Action | null> {
    return (seesInternals(ctx) && (await catalogueOf(ctx)).action(payload.actionId)) || null;
  }

  @FieldResolver(() => ActionOutcomeEnum, { nullable: true, description: 'How it ended; null for a beneficiary.' })
  outcome(@Root() { payload }: EventOf<'ACTION_SETTLED'>, @Ctx() ctx: RequestContext): ActionSettled['outcome'] | null {
    return seesInternals(ctx) ? payload.outcome : null;
  }
}
