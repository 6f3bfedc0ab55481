import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { FormDefinitionObject } from '../../forms/graphql/index.js';
import { type FormDefinition, formVersionKey, formVersionLoader } from '../../forms/index.js';
import {
  AttendantObject,
  type Beneficiary,
  beneficiaryLoader,
  BeneficiaryObject,
  type Staff,
  staffLoader,
} from '../../people/index.js';
import { FeatureObject, OccurrenceTypeObject, StatusObject } from '../../workflow/graphql/index.js';
import { catalogueOf, type Feature, type OccurrenceType, type Status } from '../../workflow/index.js';
import { answerView, type ClockView, slaView } from '../clocks/clock-view.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { stateOf } from '../occurrence-row.js';
import { seesInternals } from '../read/seen.js';
import type { DenialBasis } from '../state.js';
import { DenialBasisObject } from './denial-basis.type.js';
import { OccurrenceObject } from './occurrence.type.js';
import { SlaClockObject } from './sla-clock.type.js';

/** What an occurrence points at. */
@Resolver(() => OccurrenceObject)
export class OccurrenceFields {
  @FieldResolver(() => OccurrenceTypeObject, { description: 'What kind of request it is.' })
  async type(@Root() { typeId }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<OccurrenceType | undefined> {
    return (await catalogueOf(ctx)).type(typeId);
  }

  @FieldResolver(() => StatusObject, { description: 'Where it stands.' })
  async status(@Root() { statusId }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<Status | undefined> {
    return (await catalogueOf(ctx)).status(statusId);
  }

  @FieldResolver(() => BeneficiaryObject, { nullable: true, description: 'Who asked.' })
  requester(@Root() { requesterId }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<Beneficiary | null> {
    return beneficiaryLoader(ctx).load(requesterId);
  }

  @FieldResolver(() => BeneficiaryObject, { nullable: true, description: 'For whom; often the same.' })
  beneficiary(@Root() { beneficiaryId }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<Beneficiary | null> {
    return beneficiaryLoader(ctx).load(beneficiaryId);
  }

  @FieldResolver(() => AttendantObject, {
    nullable: true,
    description: 'Who works on it; null while nobody does, and always for a beneficiary.',
  })
  async attendant(@Root() { attendantId }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<Staff | null> {
    return attendantId && seesInternals(ctx) ? staffLoader(ctx).load(attendantId) : null;
  }

  @FieldResolver(() => FeatureObject, { nullable: true, description: 'What it was opened from.' })
  async feature(@Root() { featureId }: OccurrenceRow, @Ctx() ctx: RequestContext): Promise<Feature | null> {
    return (featureId && (await catalogueOf(ctx)).feature(featureId)) || null;
  }

  @FieldResolver(() => FormDefinitionObject, {
    nullable: true,
    description: 'The form of the intake, at the version it was filled in with.',
  })
  async intakeForm(
    @Root() { intakeFormId, intakeFormVersion }: OccurrenceRow,
    @Ctx() ctx: RequestContext,
  ): Promise<FormDefinition | null> {
    if (!intakeFormId || !intakeFormVersion) return null;
    return formVersionLoader(ctx).load(formVersionKey(intakeFormId, intakeFormVersion));
  }

  @FieldResolver(() => DenialBasisObject, {
    nullable: true,
    description: 'What its denial rests on, if it was denied.',
  })
  denialBasis(@Root() occurrence: OccurrenceRow): DenialBasis | null {
    return stateOf(occurrence).denialBasis;
  }

  @FieldResolver(() => SlaClockObject, {
    nullable: true,
    description:
      "The operator's own deadline; null where the type had none when it was created, and for a beneficiary.",
  })
  sla(@Root() occurrence: OccurrenceRow, @Ctx() ctx: RequestContext): ClockView | null {
    return seesInternals(ctx) ? slaView(stateOf(occurrence), ctx.clock.now()) : null;
  }

  @FieldResolver(() => SlaClockObject, {
    nullable: true,
    description: "The regulator's deadline (RN 623/2024); null where no answer is demanded. It never pauses.",
  })
  regulatoryAnswer(@Root() occurrence: OccurrenceRow, @Ctx() ctx: RequestContext): ClockView | null {
    return answerView(stateOf(occurrence), ctx.clock.now());
  }
}
