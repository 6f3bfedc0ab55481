import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import type { QuietHours } from '../quiet-hours.js';

@ObjectType('QuietHours', { description: 'When members are not woken, by the clocks of the operator.' })
class QuietHoursObject implements QuietHours {
  @Field(() => String, { description: 'From this minute on: "22:00".' })
  from!: string;
  @Field(() => String, {
    description: 'Until this minute, which is the next day\'s where it is the earlier one: "08:00".',
  })
  to!: string;
}

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
  @Field(() => QuietHoursObject, {
    nullable: true,
    description: 'When push and WhatsApp messages of actions wait; null: they never do.',
  })
  quietHours!: QuietHours | null;
  @Field(() => [String], {
    description:
      'Texts that conclude nothing, such as "em análise": no conclusive status is worded with nothing else, and no answer is given by them. The usual list until the operator has its own.',
  })
  genericAnswerTerms!: readonly string[];
  @Field(() => String, {
    nullable: true,
    description: 'How members reach the operator, as its letters say it; null: they do not.',
  })
  contact!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What letters of denials add about asking the ombudsman for a re-analysis: telephone, address, hours; null: nothing.',
  })
  ombudsmanContact!: string | null;
  @Field(() => Int, {
    description: 'For how many minutes after posting it who wrote a message may edit or withdraw it; 0: never.',
  })
  messageEditMinutes!: number;
}
