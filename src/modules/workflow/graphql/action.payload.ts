import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { Action } from '../model.js';
import { ActionObject } from './action.type.js';

@ObjectType({ description: 'An action that was saved, or why it was not.' })
export class ActionPayload {
  @Field(() => ActionObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  action!: Action | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const actionPayload = (saved: Result<Action>): ActionPayload =>
  saved.ok ? { action: saved.value, userErrors: [] } : { action: null, userErrors: userErrorsOf(saved.problems) };
