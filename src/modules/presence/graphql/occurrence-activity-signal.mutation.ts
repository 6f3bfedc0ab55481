import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { ActivitySignals } from '../signal-activity.js';
import { OccurrenceActivityObject } from './occurrence-activity.type.js';

@ObjectType('OccurrenceActivityPayload', { description: 'Who is at an occurrence, or why that is not known.' })
class OccurrenceActivityPayload {
  @Field(() => OccurrenceActivityObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  activity!: OccurrenceActivityObject | null;
  @Field(() => [UserError], { description: 'What stands in the way.' })
  userErrors!: UserError[];
}

@Resolver()
export class OccurrenceActivitySignalMutation {
  readonly #activity: ActivitySignals;

  constructor({ activity }: { activity: ActivitySignals }) {
    this.#activity = activity;
  }

  @Requires('occurrence:read', 'occurrence:readOwn')
  @Mutation(() => OccurrenceActivityPayload, {
    description:
      'Says that the caller is looking at an occurrence, and whether they are typing. It holds for 10 s: repeat it meanwhile, such as every 5 s, for as long as it goes on; `typing: false` ends that at once. A caller who types has one state, whichever device says it. Nothing is kept, and a system is never there. Errors: NOT_FOUND.',
  })
  async occurrenceActivitySignal(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('typing', () => Boolean, { description: 'Whether the caller is typing.' }) typing: boolean,
  ): Promise<OccurrenceActivityPayload> {
    const result = await this.#activity.signal(ctx, id, typing);
    return result.ok
      ? { activity: result.value, userErrors: [] }
      : { activity: null, userErrors: userErrorsOf(result.problems) };
  }
}
