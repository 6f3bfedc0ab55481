import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { Tab } from '../model.js';
import { AttendanceTabObject } from './attendance-tab.type.js';

@ObjectType({ description: 'A tab that was saved, or why it was not.' })
export class AttendanceTabPayload {
  @Field(() => AttendanceTabObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  attendanceTab!: Tab | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const attendanceTabPayload = (saved: Result<Tab>): AttendanceTabPayload =>
  saved.ok
    ? { attendanceTab: saved.value, userErrors: [] }
    : { attendanceTab: null, userErrors: userErrorsOf(saved.problems) };
