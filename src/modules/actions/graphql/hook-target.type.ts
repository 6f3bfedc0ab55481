import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../platform/graphql/enum.js';
import type { HookTargetState, HookTargetView } from '../hook-targets/hook-target.service.js';

const HookTargetStateEnum = describedEnum<HookTargetState>('HookTargetState', 'How hooks fare at a host.', {
  WORKING: 'The last attempt arrived, or none was made yet.',
  FAILING: 'The last attempts failed; deliveries go on.',
  PAUSED:
    'Ten attempts or more failed one after the other, over five minutes or longer. Deliveries wait, which counts as no attempt; one alone is tried after each pause: of a minute, then twice as long each time, up to half an hour.',
});

@ObjectType('HookTarget', { description: 'A host that the hooks of the operator lead to.' })
export class HookTargetObject implements HookTargetView {
  @Field(() => String, { description: 'Its name, with the port where that is another than usual.' })
  host!: string;
  @Field(() => HookTargetStateEnum, { description: 'How hooks fare there.' })
  state!: HookTargetState;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when it is paused, or fails; null: it works.' })
  since!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'How the last attempt ended that says something about it; null: none has failed yet.',
  })
  lastOutcome!: string | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When one is tried again; null: it is not paused.' })
  pausedUntil!: Date | null;
  @Field(() => Int, { description: 'How many deliveries wait to go there.' })
  waiting!: number;
}
