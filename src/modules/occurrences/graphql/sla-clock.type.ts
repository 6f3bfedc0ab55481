import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { SlaState } from '../state.js';
import { SlaStateEnum } from './enums.js';

@ObjectType('SlaClock', { description: 'A deadline and how it stands.' })
export class SlaClockObject {
  @Field(() => SlaStateEnum, { description: 'How it stands.' })
  state!: SlaState;
  @Field(() => GraphQLDateTime, {
    description: 'The last instant that is in time; while the clock stands still, as it was when it came to stand.',
  })
  dueAt!: Date;
  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes left, of the time that the deadline counts: of business hours or business days where it counts those; negative once late, null once it has stopped.',
  })
  remainingMinutes!: number | null;
}
