import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';

/** Its root value is the row; the address is in attachment.fields.ts. */
@ObjectType('Attachment', { implements: Node, description: 'A file of an occurrence.' })
export class AttachmentObject extends Node {
  @Field(() => Boolean, { description: 'Whether beneficiaries see it; those who attached it always do.' })
  visibleToBeneficiary!: boolean;
  @Field(() => String, { description: 'The name that it was uploaded with.' })
  fileName!: string;
  @Field(() => String, { description: 'Its media type: "application/pdf".' })
  contentType!: string;
  @Field(() => Int, { description: 'Its size in bytes.' })
  byteSize!: number;
  @Field(() => GraphQLDateTime, { description: 'When it was attached.' })
  createdAt!: Date;
}
