import { Arg, Ctx, Field, InputType, Mutation, registerEnumType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { OccurrencePayload, payloadOf } from '../../occurrences/graphql/index.js';
import type { OccurrenceService } from '../../occurrences/index.js';
import { claimNext, type ClaimOrder, claimOrders, type QueueClaim } from '../index.js';

const ClaimOrderEnum = Object.fromEntries(claimOrders.map((order) => [order, order]));
registerEnumType(ClaimOrderEnum, {
  name: 'QueueClaimOrder',
  description: 'Which of those that wait is the next.',
  valuesConfig: {
    OLDEST: { description: 'The one that was opened first; what went back to the queue keeps its place.' },
    MOST_URGENT: { description: 'The one whose running deadline ends first; those without one come last.' },
  },
});

@InputType({ description: 'What an attendant takes next.' })
class QueueClaimNextInput implements QueueClaim {
  @Field(() => [String], {
    nullable: true,
    description:
      'Of these types alone, by key: chats that are attended (else NOT_FOUND or INVALID). null: all of them.',
  })
  typeKeys?: string[] | null;
  @Field(() => ClaimOrderEnum, { defaultValue: 'OLDEST', description: 'Which of those that wait is the next.' })
  order!: ClaimOrder;
}

@Resolver()
export class QueueClaimNextMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:startAttendance')
  @Mutation(() => OccurrencePayload, {
    description:
      'Takes the next waiting chat that nobody has, and starts its attendance: each is taken once, however many ask at once, and an attendant never has more of a type by it than its maxSimultaneous (NOT_AVAILABLE where no type has room). With nothing waiting there is no occurrence, no cursor and no error. It has no idempotency key: whoever has lost the answer finds what they took among what is assigned to them.',
  })
  async queueClaimNext(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => QueueClaimNextInput, {
      nullable: true,
      description: 'All chats, the oldest first, unless given.',
    })
    input?: QueueClaimNextInput | null,
  ): Promise<OccurrencePayload> {
    return payloadOf(await claimNext(this.services.occurrences, ctx, input ?? {}));
  }
}
