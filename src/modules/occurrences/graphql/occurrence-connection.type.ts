import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../../../platform/graphql/connection.js';
import { OccurrenceObject } from './occurrence.type.js';

@ObjectType('OccurrenceEdge', { description: 'An occurrence in a list.' })
export class OccurrenceEdge {
  @Field(() => String, { description: 'Where it stands; hand it back as `after` or `before`.' })
  cursor!: string;
  @Field(() => OccurrenceObject, { description: 'The occurrence itself.' })
  node!: OccurrenceObject;
}

/** Its root value is an OccurrenceList; what is counted is in occurrence-connection.fields.ts. */
@ObjectType('OccurrenceConnection', { description: 'A page of occurrences.' })
export class OccurrenceConnection {
  @Field(() => [OccurrenceEdge], { description: 'The occurrences with their cursors.' })
  edges!: OccurrenceEdge[];
  @Field(() => [OccurrenceObject], { description: 'The occurrences alone.' })
  nodes!: OccurrenceObject[];
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}
