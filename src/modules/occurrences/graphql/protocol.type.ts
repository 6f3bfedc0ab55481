import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

/** Its root value is the row; its occurrences are in protocol.fields.ts. */
@ObjectType('Protocol', {
  description:
    'One number may cover several occurrences of the same contact, closed ones too: of members of one family.',
})
export class ProtocolObject {
  @Field(() => String, { description: 'The number: text, whatever its shape.' })
  number!: string;
  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  issuedAt!: Date;
}
