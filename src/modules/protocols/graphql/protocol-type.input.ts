import { Field, InputType } from 'type-graphql';
import type { ProtocolNumbering, ProtocolReset } from '../protocol.entity.js';
import { ProtocolNumberingEnum } from './protocol-numbering.enum.js';
import { ProtocolResetEnum } from './protocol-reset.enum.js';

const descriptions = {
  key: 'Stable name, unique among the protocol types: a lower-case letter and up to 63 more, digits, _ or -.',
  name: 'What it is called: 200 characters at most.',
  numbering: 'How its numbers are made; fixed once one was issued.',
  prefix: 'What running numbers begin with: 12 capital letters, digits or - at the most; SEQUENTIAL alone takes one.',
  pattern:
    'What numbers of SEQUENTIAL are made of, such as "{prefix}{yyyy}-{seq:6}": {prefix}, {registry} (the six digits of the operator), {yyyy}, {mm}, {dd} (the day of the occurrence in the time zone of the operator), once {seq:3} to {seq:9} (the running number, with leading zeros), and between them capital letters, digits, -, . and /. 100 characters at the most, its numbers 40. TAKEN where a number could be one of another type, one that was issued by another pattern, or one that a system has brought along; types of the same pattern and reset count together. Once the running number has all its digits 9, occurrenceCreate answers NOT_AVAILABLE until the next period. A change leaves what was issued as it is; a pattern that was used before goes on where it stood.',
  reset:
    'When the running number begins at one again: the pattern has the parts of the date that go with it, so that no number comes twice. NEVER unless given; of ANS DAILY.',
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
  @Field(() => String, { nullable: true, description: descriptions.pattern })
  pattern?: string | null;
  @Field(() => ProtocolResetEnum, { nullable: true, description: descriptions.reset })
  reset?: ProtocolReset | null;
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
  @Field(() => String, { nullable: true, description: descriptions.pattern })
  pattern?: string | null;
  @Field(() => ProtocolResetEnum, { nullable: true, description: descriptions.reset })
  reset?: ProtocolReset | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
