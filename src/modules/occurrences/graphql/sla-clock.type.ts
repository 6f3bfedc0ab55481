import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { SlaState } from '../state.js';
import { SlaStateEnum } from './enums.js';

@ObjectType('SlaClock', { description: 'A deadline and how it stands.' })
export class SlaClockObject {
  @Field(() => SlaStateEnum, { description: 'How it stands.' })
  state!: SlaState;
  @Field(() => GraphQLDateTime, { description: 'The last instant that is in time.' })
  dueAt!: Date;
  @Field(() => Int, {
    nullable: true,
    description: 'Minutes left, business minutes where the policy counts those; negative once late.',
  })
  remainingMinutes!: number | null;
  @Field(() => String, { description: 'Why it is due then: calendar, holidays, pauses, in words.' })
  explanation!: string;
}
