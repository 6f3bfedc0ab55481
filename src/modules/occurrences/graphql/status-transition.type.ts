import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../../platform/graphql/user-error.js';
import { StatusObject } from '../../workflow/graphql/index.js';
import type { Status } from '../../workflow/index.js';
import type { TransitionNeed } from '../decide.js';
import { TransitionNeedEnum } from './enums.js';

@ObjectType('StatusTransition', {
  description:
    'A move that could be made, and what stands in its way: with an empty blockedBy it succeeds once `needs` are given along.',
})
export class StatusTransitionObject {
  @Field(() => StatusObject, { description: 'Where it leads.' })
  to!: Status;
  @Field(() => [TransitionNeedEnum], { description: 'What has to be given along.' })
  needs!: readonly TransitionNeed[];
  @Field(() => [UserError], { description: 'What the move would be refused with.' })
  blockedBy!: readonly UserError[];
}
