import { Field, InputType, Int, ObjectType } from 'type-graphql';

const descriptions = {
  maxSimultaneous:
    'How many chats of the type an attendant has at once: 1 to 50. What an attendant is assigned and is open counts, but for what is pending.',
  maxWaiting:
    'How many may wait at once, 1 to 10,000: what is opened beyond is led to exhaustedStatusKey at once. null: any number.',
  maxWaitSeconds: 'How long one waits, 1 to 86,400 seconds, until it is led to maxWaitStatusKey. null: for ever.',
  beneficiaryInactivitySeconds:
    "How long a member may be silent after an attendant's message, 1 to 86,400 seconds, until the chat is led to beneficiaryInactiveStatusKey. null: for ever.",
  attendantInactivitySeconds:
    "How long an attendant may be silent after taking it, or after a member's message, 1 to 86,400 seconds, until the chat is led to attendantInactiveStatusKey. null: for ever.",
  allowsTransfer:
    'Whether attendants hand chats on to others, or back into the queue; what a supervisor assigns is no transfer.',
  gaveUpStatusKey: 'Where a chat goes whose member leaves while waiting: a closing status.',
  exhaustedStatusKey: 'Where one goes that is opened while maxWaiting wait: a closing status, next to the default one.',
  outOfHoursStatusKey:
    "Where one goes that is opened outside the hours of the type's calendar: a closing status, next to the default one. null: chats are opened at any time.",
  maxWaitStatusKey: 'Where one goes that has waited for maxWaitSeconds: a closing status.',
  pendingStatusKey:
    'Where one goes whose member leaves while attended: one that does not close, from which attendance goes on. null: leaving changes nothing then.',
  beneficiaryInactiveStatusKey:
    'Where one goes whose member has been silent: a closing status, next to the one that starts attendance.',
  attendantInactiveStatusKey:
    'Where one goes whose attendant has been silent: one that does not close, from which it is taken again.',
} as const;

@ObjectType('ChatRules', {
  description:
    'How the chats of a type wait and are attended. Where an exit names no status, it does not happen. In effect by now: maxSimultaneous (queueClaimNext). The rest is kept and checked, and moves no chat by itself yet.',
})
export class ChatRulesObject {
  @Field(() => Int, { description: descriptions.maxSimultaneous })
  maxSimultaneous!: number;
  @Field(() => Int, { nullable: true, description: descriptions.maxWaiting })
  maxWaiting!: number | null;
  @Field(() => Int, { nullable: true, description: descriptions.maxWaitSeconds })
  maxWaitSeconds!: number | null;
  @Field(() => Int, { nullable: true, description: descriptions.beneficiaryInactivitySeconds })
  beneficiaryInactivitySeconds!: number | null;
  @Field(() => Int, { nullable: true, description: descriptions.attendantInactivitySeconds })
  attendantInactivitySeconds!: number | null;
  @Field(() => Boolean, { description: descriptions.allowsTransfer })
  allowsTransfer!: boolean;
  @Field(() => String, { nullable: true, description: descriptions.gaveUpStatusKey })
  gaveUpStatusKey!: string | null;
  @Field(() => String, { nullable: true, description: descriptions.exhaustedStatusKey })
  exhaustedStatusKey!: string | null;
  @Field(() => String, { nullable: true, description: descriptions.outOfHoursStatusKey })
  outOfHoursStatusKey!: string | null;
  @Field(() => String, { nullable: true, description: descriptions.maxWaitStatusKey })
  maxWaitStatusKey!: string | null;
  @Field(() => String, { nullable: true, description: descriptions.pendingStatusKey })
  pendingStatusKey!: string | null;
  @Field(() => String, { nullable: true, description: descriptions.beneficiaryInactiveStatusKey })
  beneficiaryInactiveStatusKey!: string | null;
  @Field(() => String, { nullable: true, description: descriptions.attendantInactiveStatusKey })
  attendantInactiveStatusKey!: string | null;
}

@InputType('ChatRulesInput', {
  description:
    'How the chats of a type wait and are attended. Where an exit names no status, it does not happen; all that is wrong with it is told with its path, along with what else is wrong with the type. In effect by now: maxSimultaneous (queueClaimNext). The rest is kept and checked, and moves no chat by itself yet.',
})
export class ChatRulesInputObject {
  @Field(() => Int, { description: descriptions.maxSimultaneous })
  maxSimultaneous!: number;
  @Field(() => Int, { nullable: true, description: descriptions.maxWaiting })
  maxWaiting?: number | null;
  @Field(() => Int, { nullable: true, description: descriptions.maxWaitSeconds })
  maxWaitSeconds?: number | null;
  @Field(() => Int, { nullable: true, description: descriptions.beneficiaryInactivitySeconds })
  beneficiaryInactivitySeconds?: number | null;
  @Field(() => Int, { nullable: true, description: descriptions.attendantInactivitySeconds })
  attendantInactivitySeconds?: number | null;
  @Field(() => Boolean, { defaultValue: true, description: descriptions.allowsTransfer })
  allowsTransfer!: boolean;
  @Field(() => String, { nullable: true, description: descriptions.gaveUpStatusKey })
  gaveUpStatusKey?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.exhaustedStatusKey })
  exhaustedStatusKey?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.outOfHoursStatusKey })
  outOfHoursStatusKey?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.maxWaitStatusKey })
  maxWaitStatusKey?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.pendingStatusKey })
  pendingStatusKey?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.beneficiaryInactiveStatusKey })
  beneficiaryInactiveStatusKey?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.attendantInactiveStatusKey })
  attendantInactiveStatusKey?: string | null;
}
