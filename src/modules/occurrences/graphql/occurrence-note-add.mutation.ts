import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { NoteVisibility } from '../events.js';
import type { Note } from '../occurrence.entity.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { NoteVisibilityEnum } from './enums.js';
import { NoteObject } from './note.type.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';

@InputType('NoteAddInput', { description: 'A remark.' })
class NoteAddInput {
  @Field(() => String, { description: '1 to 10,000 characters; may be empty where files come with it.' })
  body!: string;
  @Field(() => NoteVisibilityEnum, { defaultValue: 'INTERNAL', description: 'Who reads it.' })
  visibility!: NoteVisibility;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Files that go with it, up to 10: the uploadId of each, which the caller has put there and attached to nothing yet. Who reads the note sees them.',
  })
  uploadIds?: string[] | null;
}

@ObjectType('NotePayload', { description: 'The note, or what stands in the way.' })
class NotePayload extends OccurrencePayload {
  @Field(() => NoteObject, { nullable: true, description: 'What was written; null where there are errors.' })
  note!: Note | null;
}

@Resolver()
export class OccurrenceNoteAddMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:note')
  @Mutation(() => NotePayload, { description: 'Adds a note to an open occurrence.' })
  async occurrenceNoteAdd(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => NoteAddInput, { description: 'The note.' }) input: NoteAddInput,
  ): Promise<NotePayload> {
    const written = await this.services.occurrences.addNote(ctx, id, input);
    return { ...payloadOf(written), note: written.child };
  }
}
