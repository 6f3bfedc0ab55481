import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Message } from '../occurrence.entity.js';
import { messageLoader } from '../read/content-loaders.js';
import {
  OccurrenceMessageEditedObject,
  OccurrenceMessagesReadObject,
  OccurrenceMessageWithdrawnObject,
} from './message-events.type.js';
import { MessageObject } from './message.type.js';
import type { EventOf } from './occurrence-event.type.js';

@Resolver(() => OccurrenceMessageEditedObject)
export class OccurrenceMessageEditedFields {
  @FieldResolver(() => MessageObject, { nullable: true, description: 'The message as it is now.' })
  message(@Root() { payload }: EventOf<'MESSAGE_EDITED'>, @Ctx() ctx: RequestContext): Promise<Message | null> {
    return messageLoader(ctx).load(payload.messageId);
  }
}

@Resolver(() => OccurrenceMessageWithdrawnObject)
export class OccurrenceMessageWithdrawnFields {
  @FieldResolver(() => MessageObject, { nullable: true, description: 'The message, without its text.' })
  message(@Root() { payload }: EventOf<'MESSAGE_WITHDRAWN'>, @Ctx() ctx: RequestContext): Promise<Message | null> {
    return messageLoader(ctx).load(payload.messageId);
  }
}

@Resolver(() => OccurrenceMessagesReadObject)
export class OccurrenceMessagesReadFields {
  @FieldResolver(() => Boolean, { description: 'false: an attendant or a system has read what the beneficiary wrote.' })
  byBeneficiary(@Root() { payload }: EventOf<'MESSAGES_READ'>): boolean {
    return payload.byBeneficiary;
  }

  @FieldResolver(() => MessageObject, {
    nullable: true,
    description: "The last that was read: the other side's before it have been, too.",
  })
  upTo(@Root() { payload }: EventOf<'MESSAGES_READ'>, @Ctx() ctx: RequestContext): Promise<Message | null> {
    return messageLoader(ctx).load(payload.upToMessageId);
  }
}
