import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { ProtocolNumbering } from '../protocol.entity.js';
import { ProtocolNumberingEnum } from './protocol-numbering.enum.js';

/** Its root value is the row; what is made from it is in protocol-type.fields.ts. */
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
  @Field(() => String, {
    nullable: true,
    description:
      'The parts of its numbers, such as "{prefix}{yyyy}-{seq:6}"; null: of ANS, whose numbers are fixed, and where a running number without leading zeros, of up to 9 digits, follows the prefix.',
  })
  pattern!: string | null;
  @Field(() => Boolean, { description: 'Whether occurrence types can use it.' })
  active!: boolean;
}
