import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';
import type { NoteVisibility } from '../events.js';
import { NoteVisibilityEnum } from './enums.js';

/** Its root value is the row; the author is in authorship.fields.ts, the rest in note.fields.ts. */
@ObjectType('Note', { implements: Node, description: 'A remark of an attendant or a system.' })
export class NoteObject extends Node {
  @Field(() => String, { description: 'The text; empty where files alone were left.' })
  body!: string;
  @Field(() => NoteVisibilityEnum, { description: 'Who reads it.' })
  visibility!: NoteVisibility;
  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  createdAt!: Date;
}

export const { Connection: NoteConnection } = connectionTypes('Note', () => NoteObject);
