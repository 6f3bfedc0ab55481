import { GraphQLURL } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('Document', {
  description:
    'A file that the product makes. It is made when it is fetched, of words that were kept: always the same.',
})
export class DocumentObject {
  @Field(() => String, { description: 'The name that it is saved under.' })
  fileName!: string;
  @Field(() => String, { description: 'Its media type: "application/pdf".' })
  contentType!: string;
  @Field(() => GraphQLURL, {
    description: 'Where to download it from, without a token, for 15 minutes; ask again when needed.',
  })
  url!: string;
}
