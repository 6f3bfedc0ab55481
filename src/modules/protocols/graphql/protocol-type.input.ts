import { Field, InputType } from 'type-graphql';
import type { ProtocolNumbering } from '../protocol.entity.js';
import { ProtocolNumberingEnum } from './protocol-numbering.enum.js';

const descriptions = {
  key: 'Stable name, unique among the protocol types: a lower-case letter and up to 63 more, digits, _ or -.',
  name: 'What it is called: 200 characters at most.',
  numbering: 'How its numbers are made; fixed once one was issued.',
  prefix: 'What running numbers begin with: 12 capital letters, digits or - at the most; SEQUENTIAL alone takes one.',
  active: 'False takes it out of use; refused while an active occurrence type has it.',
} as const;

@InputType({ description: 'A new protocol type.' })
export class ProtocolTypeCreateInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.name })
  name!: string;
  @Field(() => ProtocolNumberingEnum, { description: descriptions.numbering })
  numbering!: ProtocolNumbering;
  @Field(() => String, { nullable: true, description: descriptions.prefix })
  prefix?: string | null;
}

@InputType({ description: 'What is to be different: absent leaves as it is, null clears.' })
export class ProtocolTypeUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.name })
  name?: string | null;
  @Field(() => ProtocolNumberingEnum, { nullable: true, description: descriptions.numbering })
  numbering?: ProtocolNumbering | null;
  @Field(() => String, { nullable: true, description: descriptions.prefix })
  prefix?: string | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
