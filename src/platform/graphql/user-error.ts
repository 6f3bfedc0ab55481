import 'reflect-metadata';
import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { type Problem, type UserErrorCode, userErrorCodes } from '../../shared/problem.js';
import { enumOf } from './enum.js';

export const UserErrorCodeEnum = enumOf(Object.keys(userErrorCodes) as UserErrorCode[]);
registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'What is wrong, in a word that a client can decide by. Open: more may come.',
  valuesConfig: Object.fromEntries(
    Object.entries(userErrorCodes).map(([code, description]) => [code, { description }]),
  ),
});

@InterfaceType({
  description: 'Something that the user can mend. Nothing was changed.',
  resolveType: (value: UserError) => value.constructor.name,
})
export abstract class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'What is wrong.' })
  code!: UserErrorCode;
  @Field(() => String, { description: 'What is wrong, in words for a developer.' })
  message!: string;
  @Field(() => [String], {
    nullable: true,
    description: 'Where: from the arguments of the mutation to the value, such as ["input", "statuses", "0", "color"].',
  })
  path?: readonly string[] | null;

  constructor(problem: Problem) {
    Object.assign(this, { path: null, ...problem.details, ...problem });
  }
}

@ObjectType({ implements: UserError, description: 'An error that code, message and path say all about.' })
export class GeneralUserError extends UserError {}

@ObjectType({ implements: UserError, description: 'The status cannot be reached from the present one.' })
export class StatusTransitionNotAllowed extends UserError {
  @Field(() => String, { description: 'Key of the present status.' })
  from!: string;
  @Field(() => String, { description: 'Key of the status that was asked for.' })
  to!: string;
  @Field(() => [String], { description: 'Keys of the statuses that can be reached from here.' })
  allowed!: string[];
}

@ObjectType({ implements: UserError, description: 'Somebody else changed the same thing first.' })
export class VersionConflict extends UserError {
  @Field(() => Number, { description: "The occurrence's version now." })
  currentVersion!: number;
}

/** The typed member of the interface that a problem is told by. */
export function userErrorOf(problem: Problem): UserError {
  if (problem.code === 'TRANSITION_NOT_ALLOWED' && problem.details) return new StatusTransitionNotAllowed(problem);
  if (problem.code === 'CONFLICT' && problem.details) return new VersionConflict(problem);
  return new GeneralUserError(problem);
}

export const userErrorsOf = (problems: readonly Problem[]): UserError[] => problems.map(userErrorOf);
