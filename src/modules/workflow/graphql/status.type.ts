import { GraphQLHexColorCode } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { StatusCategory } from '../model.js';
import { StatusCategoryEnum } from './enums.js';

/** What depends on the caller, or leads to other elements, is in status.fields.ts. */
@ObjectType('Status', { description: 'Where an occurrence of a type can stand.', implements: Node })
export class StatusObject extends Node {
  @Field(() => String, { description: 'Stable name inside its type: "solicitado".' })
  key!: string;
  @Field(() => String, { description: 'What beneficiaries read.' })
  externalDescription!: string;
  @Field(() => StatusCategoryEnum, { description: "What it means to clients that know no operator's own statuses." })
  category!: StatusCategory;
  @Field(() => GraphQLHexColorCode, { description: 'The colour that it is shown in.' })
  color!: string;
  @Field(() => Boolean, { description: 'New occurrences begin here: exactly one active status of a type has it.' })
  isDefault!: boolean;
  @Field(() => Boolean, { description: 'Given when an attendant starts work: at most one of a type has it.' })
  startsAttendance!: boolean;
  @Field(() => Boolean, { description: "False: an occurrence in this status is not in its beneficiary's history." })
  showInHistory!: boolean;
  @Field(() => Boolean, { description: 'The request is resolved.' })
  resolves!: boolean;
  @Field(() => Boolean, { description: 'Nothing changes after it but by reopening.' })
  closes!: boolean;
  @Field(() => Boolean, { description: "The operator's own clock stands still; the regulator's never does." })
  pausesSla!: boolean;
  @Field(() => Boolean, { description: 'Answers the request: stops the regulatory clock.' })
  conclusive!: boolean;
  @Field(() => Boolean, { description: 'Entering it needs a comment.' })
  requiresComment!: boolean;
  @Field(() => Boolean, {
    description: 'Entering it needs the contract clause or legal provision of the denial, in writing.',
  })
  requiresDenialBasis!: boolean;
  @Field(() => Int, { description: 'Place among the statuses of its type; where it repeats the key decides.' })
  displayOrder!: number;
  @Field(() => Boolean, { description: 'False: no occurrence comes here any more.' })
  active!: boolean;
}
