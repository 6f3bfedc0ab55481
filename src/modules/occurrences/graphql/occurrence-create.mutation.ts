import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { RegulatoryKindEnum } from '../../workflow/graphql/index.js';
import type { RegulatoryKind } from '../../workflow/index.js';
import type { OccurrenceService } from '../occurrence.service.js';
import type { Channel } from '../state.js';
import { ChannelEnum } from './enums.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';

@InputType('OccurrenceCreateInput', { description: 'A new occurrence: of one type, for one member.' })
class OccurrenceCreateInput {
  @Field(() => ID, { nullable: true, description: 'Its type; one of typeId, typeKey and featureKey is needed.' })
  typeId?: string | null;
  @Field(() => String, { nullable: true, description: 'Its type, by key.' })
  typeKey?: string | null;
  @Field(() => String, { nullable: true, description: 'The feature that it is opened through, by key.' })
  featureKey?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'For whom; a beneficiary: self unless a dependant is named. Staff and systems name one.',
  })
  beneficiaryId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Who asks; a beneficiary: always self. Else the beneficiary unless named.',
  })
  requesterId?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'A number that is known, of the same contact: one that covers an occurrence of somebody of the same family, closed or not; for a member, one that they see (else NOT_FOUND; INVALID for that of somebody else). Without it a new one is issued. A system may bring one of its own along, kept as text: 1 to 64 printable characters, and INVALID where it has the shape of numbers that are issued here. 20 digits may be spaced by blanks, dots, dashes and slashes.',
  })
  protocolNumber?: string | null;
  @Field(() => RegulatoryKindEnum, {
    nullable: true,
    description:
      "Else the first of the type's regulatoryRules that holds over the intake decides, else the type. Staff and systems alone name it (ROLE_NOT_ALLOWED); later a supervisor changes it, with a reason.",
  })
  regulatoryKind?: RegulatoryKind | null;
  @Field(() => String, { description: 'What it is about: 1 to 10,000 characters.' })
  description!: string;
  @Field(() => ChannelEnum, {
    nullable: true,
    description: 'APP for a beneficiary, ATTENDANT for staff, API for a system, unless given.',
  })
  channel?: Channel | null;
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description:
      "The type's intake form, filled in: needed where the type has one, refused where not. Files are named by uploadId.",
  })
  intake?: Record<string, unknown> | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Of up to 200 printable ASCII characters, known for 7 days: the same key gives the same occurrence back, as it is now.',
  })
  idempotencyKey?: string | null;
}

@Resolver()
export class OccurrenceCreateMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:create', 'occurrence:createOwn')
  @Mutation(() => OccurrencePayload, {
    description: "Opens an occurrence in its type's default status, with a protocol number.",
  })
  async occurrenceCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OccurrenceCreateInput, { description: 'The occurrence.' }) input: OccurrenceCreateInput,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.create(ctx, input));
  }
}
