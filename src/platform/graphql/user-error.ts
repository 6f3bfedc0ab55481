import 'reflect-metadata';
import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
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
  @Field(() => Int, { description: "The occurrence's version now." })
  currentVersion!: number;
}

/** The typed member of the interface that a problem is told by: its fields are the problem's details. */
export function userErrorOf({ details, ...problem }: Problem): UserError {
  return Object.assign(memberFor(problem.code, details), { path: null, ...details, ...problem });
}

function memberFor(code: UserErrorCode, details: Problem['details']): UserError {
  if (code === 'TRANSITION_NOT_ALLOWED' && details) return new StatusTransitionNotAllowed();
  if (code === 'CONFLICT' && details) return new VersionConflict();
  return new GeneralUserError();
}

export const userErrorsOf = (problems: readonly Problem[]): UserError[] => problems.map(userErrorOf);
