import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { OccurrenceType } from '../model.js';
import { OccurrenceTypeObject } from './occurrence-type.type.js';

@ObjectType({ description: 'An occurrence type that was saved, or why it was not.' })
export class OccurrenceTypePayload {
  @Field(() => OccurrenceTypeObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  occurrenceType!: OccurrenceType | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const occurrenceTypePayload = (saved: Result<OccurrenceType>): OccurrenceTypePayload =>
  saved.ok
    ? { occurrenceType: saved.value, userErrors: [] }
    : { occurrenceType: null, userErrors: userErrorsOf(saved.problems) };
