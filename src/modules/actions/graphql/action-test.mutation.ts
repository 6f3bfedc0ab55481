import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { ActionTrials, TrialInput, TrialOutcome } from '../trials/action-trials.js';
import { ActionDeliveryStateEnum } from './action-delivery-state.enum.js';

@InputType('ActionTestInput', { description: 'Which action is tried out, with what, and where to.' })
class ActionTestInput implements TrialInput {
  @Field(() => ID, { description: 'Of the action, active or not.' })
  actionId!: string;
  @Field(() => ID, { description: 'The occurrence that fills in its templates, as for `actionPreview`.' })
  occurrenceId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Instead of the configured one. EMAIL: an address; WHATSAPP: a phone number; PUSH: the id of a beneficiary, whose devices get it; each is needed. HOOK: an address, the configured one unless given; headers with credentials go to the configured host alone.',
  })
  target?: string | null;
}

@ObjectType('ActionTestOutcome', { description: 'How the one attempt ended.' })
class ActionTestOutcome implements TrialOutcome {
  @Field(() => ActionDeliveryStateEnum, { description: 'RETRYING: a delivery would be tried again.' })
  state!: TrialOutcome['state'];
  @Field(() => String, { description: 'In a word or two, as an attempt of a delivery has it.' })
  outcome!: string;
  @Field(() => String, { nullable: true, description: 'What else is known of it.' })
  detail!: string | null;
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs!: number;
}

@ObjectType('ActionTestPayload', { description: 'How it went, or what stands in the way.' })
class ActionTestPayload {
  @Field(() => ActionTestOutcome, { nullable: true, description: 'null where there are errors.' })
  result!: TrialOutcome | null;
  @Field(() => [UserError], { description: 'What the user can mend; nothing was sent where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class ActionTestMutation {
  constructor(private readonly services: { readonly actionTrials: ActionTrials }) {}

  @Requires('configuration:write')
  @Mutation(() => ActionTestPayload, {
    description:
      'Sends what `actionPreview` shows to a target of the caller’s, once and now. It is no delivery: nothing is recorded or tried again, and the occurrence does not change.',
  })
  async actionTest(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ActionTestInput, { description: 'What, and where to.' }) input: ActionTestInput,
  ): Promise<ActionTestPayload> {
    const result = await this.services.actionTrials.test(ctx, input);
    return result.ok
      ? { result: result.value, userErrors: [] }
      : { result: null, userErrors: userErrorsOf(result.problems) };
  }
}
