import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import type { Written } from '../write/written.js';
import { OccurrenceObject } from './occurrence.type.js';

/** What every payload about an occurrence has. */
@ObjectType({ description: 'The occurrence as it is now, or what stands in the way.' })
export class OccurrencePayload {
  @Field(() => OccurrenceObject, {
    nullable: true,
    description: 'As it is now, changed or not; null where the caller can see none.',
  })
  occurrence!: OccurrenceRow | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The event of this change in the stream: once a stream has passed it, the change is visible there. null where there are errors.',
  })
  cursor!: string | null;
  @Field(() => [UserError], { description: 'What the user can mend; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

export const payloadOf = ({ occurrence, cursor, problems }: Written<unknown>): OccurrencePayload => ({
  occurrence,
  cursor,
  userErrors: userErrorsOf(problems),
});
