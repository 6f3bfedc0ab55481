import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { ProtocolType } from '../protocol.entity.js';
import { ProtocolTypeObject } from './protocol-type.type.js';

@ObjectType({ description: 'A protocol type that was saved, or why it was not.' })
export class ProtocolTypePayload {
  @Field(() => ProtocolTypeObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  protocolType!: ProtocolType | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const protocolTypePayload = (saved: Result<ProtocolType>): ProtocolTypePayload =>
  saved.ok
    ? { protocolType: saved.value, userErrors: [] }
    : { protocolType: null, userErrors: userErrorsOf(saved.problems) };
