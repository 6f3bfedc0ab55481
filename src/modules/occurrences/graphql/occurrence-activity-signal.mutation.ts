import { Arg, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { problem } from '../../../shared/problem.js';
import { Requires } from '../../../platform/graphql/access.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
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
  @Requires('occurrence:read', 'occurrence:readOwn')
  @Mutation(() => OccurrenceActivityPayload, {
    description:
      'Says that the caller is looking at an occurrence, and whether they are typing. NOT_AVAILABLE where the server is not set up for it.',
  })
  occurrenceActivitySignal(
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) _id: string,
    @Arg('typing', () => Boolean, { description: 'Whether the caller is typing.' }) _typing: boolean,
  ): OccurrenceActivityPayload {
    const missing = problem('NOT_AVAILABLE', 'This server does not tell who is looking at an occurrence.');
    return { activity: null, userErrors: userErrorsOf([missing]) };
  }
}
