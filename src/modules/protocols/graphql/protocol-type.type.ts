import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { ProtocolNumbering } from '../protocol.entity.js';
import { ProtocolNumberingEnum } from './protocol-numbering.enum.js';

@ObjectType('ProtocolType', {
  description:
    'How protocol numbers are made. A number is issued in the transaction that creates the occurrence: no occurrence without one.',
  implements: Node,
})
export class ProtocolTypeObject extends Node {
  @Field(() => String, { description: 'Stable name, unique among the protocol types of the operator.' })
  key!: string;
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => ProtocolNumberingEnum, { description: 'How its numbers are made.' })
  numbering!: ProtocolNumbering;
  @Field(() => String, {
    nullable: true,
    description: 'What its running numbers begin with; SEQUENTIAL alone has one.',
  })
  prefix!: string | null;
  @Field(() => Boolean, { description: 'Whether occurrence types can use it.' })
  active!: boolean;
}
