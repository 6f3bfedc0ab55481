import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { Channel } from '../state.js';
import { ChannelEnum } from './enums.js';

/** Its root value is the row; the rest is in the files *.fields.ts. */
@ObjectType('Occurrence', { implements: Node, description: 'A request of a member, from its opening to its closing.' })
export class OccurrenceObject extends Node {
  @Field(() => String, { description: 'The number of the contact that it belongs to.' })
  protocolNumber!: string;
  @Field(() => Int, { description: 'One more with every event of this occurrence.' })
  version!: number;
  @Field(() => String, { description: 'What it is about.' })
  description!: string;
  @Field(() => ChannelEnum, { description: 'How it was opened.' })
  channel!: Channel;
  @Field(() => GraphQLJSONObject, { nullable: true, description: 'What was filled in to open it.' })
  intake!: Record<string, unknown> | null;
  @Field(() => GraphQLDateTime, { description: 'When it was opened.' })
  createdAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When attendance first started.' })
  attendanceStartedAt!: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was resolved; null while it is not.' })
  resolvedAt!: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: Date | null;
}
