import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { Segment, SegmentReason } from '../../calendar/index.js';
import { SlaSegmentReasonEnum } from './enums.js';

@ObjectType('SlaSegment', { description: 'A stretch of the time since a deadline began, all of one kind.' })
export class SlaSegmentObject implements Pick<Segment, 'from' | 'until' | 'reason' | 'holiday'> {
  @Field(() => GraphQLDateTime, { description: 'Its first instant: where the stretch before it ends.' })
  from!: Date;
  @Field(() => GraphQLDateTime, { name: 'to', description: 'The first instant after it.' })
  until!: Date;
  @Field(() => SlaSegmentReasonEnum, { description: 'What became of it.' })
  reason!: SegmentReason;
  @Field(() => String, { nullable: true, description: 'The name of the holiday where it is one, else null.' })
  holiday!: string | null;
}
