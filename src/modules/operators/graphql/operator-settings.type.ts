import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('OperatorSettings', { description: 'What an operator decides for itself, beside name and time zone.' })
export class OperatorSettingsObject {
  @Field(() => Boolean, {
    description: "Whether beneficiaries read the operator's name where an attendant's would stand.",
  })
  hidesAttendants!: boolean;
  @Field(() => Int, { description: 'The largest file that may be announced, in bytes: 20971520 (20 MiB) at the most.' })
  attachmentMaxBytes!: number;
  @Field(() => [String], { description: 'The media types of files that may be announced.' })
  attachmentContentTypes!: readonly string[];
}
