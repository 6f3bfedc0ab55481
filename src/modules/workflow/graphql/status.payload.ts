import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { Status } from '../model.js';
import { StatusObject } from './status.type.js';

@ObjectType({ description: 'A status that was saved, or why it was not.' })
export class StatusPayload {
  @Field(() => StatusObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  status!: Status | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const statusPayload = (saved: Result<Status>): StatusPayload =>
  saved.ok ? { status: saved.value, userErrors: [] } : { status: null, userErrors: userErrorsOf(saved.problems) };
