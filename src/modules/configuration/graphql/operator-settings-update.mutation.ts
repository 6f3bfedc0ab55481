import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import { type Operator, OperatorObject, type QuietHours } from '../../operators/index.js';
import { updateOperatorSettings } from '../operator-settings.js';

@InputType({ description: 'When members are not woken, by the clocks of the operator.' })
class QuietHoursInput implements QuietHours {
  @Field(() => String, { description: 'From this minute on: "00:00" to "23:59".' })
  from!: string;
  @Field(() => String, {
    description:
      'Until this minute: "00:00" to "23:59", and not the same; the next day\'s where it is the earlier one.',
  })
  to!: string;
}

@InputType({ description: 'What is to be different: absent leaves as it is, null clears.' })
class OperatorSettingsUpdateInput {
  @Field(() => String, { nullable: true, description: 'What members read: 200 characters at most.' })
  name?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The IANA time zone of its days and deadlines, such as America/Sao_Paulo; no fixed offset. Protocol numbers that were issued keep their date.',
  })
  timeZone?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether beneficiaries read the operator's name where an attendant's would stand.",
  })
  hidesAttendants?: boolean | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The largest file that may be announced, in bytes: 1 to 20971520 (20 MiB), which holds again by null.',
  })
  attachmentMaxBytes?: number | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'The media types of files that may be announced: at least one of application/pdf, image/jpeg, image/png, image/webp, image/gif, image/heic, audio/ogg, audio/mpeg, audio/mp4 and text/plain, each once. All of them again by null.',
  })
  attachmentContentTypes?: string[] | null;
  @Field(() => QuietHoursInput, {
    nullable: true,
    description:
      'When push and WhatsApp messages of actions wait for the end of, whatever they are about; null: they never do. E-mails, hooks and the inbox do not wait.',
  })
  quietHours?: QuietHoursInput | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Texts that conclude nothing: 1 to 50 terms of at most 100 characters, each once, compared without case, accents and punctuation. "em análise", "em processamento" and "em auditoria" count besides, as the regulator has it (RN 623/2024). The usual list by null. Refused with GENERIC_ANSWER, by name, while an active conclusive status would be worded with nothing else.',
  })
  genericAnswerTerms?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'How members reach the operator, as letters say it from then on: 500 characters at most, lines are kept; null: they do not.',
  })
  contact?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What letters of denials add about asking the ombudsman for a re-analysis (RN 623/2024, art. 16): 1000 characters at most, lines are kept; null: nothing.',
  })
  ombudsmanContact?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'For how many minutes after posting it who wrote a message may edit or withdraw it: 0 (never) to 1440; 15 again by null.',
  })
  messageEditMinutes?: number | null;
}

@ObjectType({ description: 'The operator whose settings were saved, or why they were not.' })
class OperatorSettingsPayload {
  @Field(() => OperatorObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  operator!: Operator | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

@Resolver()
export class OperatorSettingsUpdateMutation {
  @Requires('configuration:write')
  @Mutation(() => OperatorSettingsPayload, {
    description:
      "Changes the settings of the caller's operator: all of what is given, or nothing. They hold from then on; files that were announced before may still be put and attached.",
  })
  async operatorSettingsUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OperatorSettingsUpdateInput, { description: 'What is to be different.' })
    input: OperatorSettingsUpdateInput,
  ): Promise<OperatorSettingsPayload> {
    const saved = await updateOperatorSettings(ctx, input);
    return saved.ok
      ? { operator: saved.value, userErrors: [] }
      : { operator: null, userErrors: userErrorsOf(saved.problems) };
  }
}
