import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';

/** Its root value is the row; what depends on the caller is in beneficiary.fields.ts. */
@ObjectType('Beneficiary', { implements: Node, description: 'A member of the operator.' })
export class BeneficiaryObject extends Node {
  @Field(() => String, { description: 'Their name.' })
  name!: string;
}

export const { Connection: BeneficiaryConnection } = connectionTypes('Beneficiary', () => BeneficiaryObject);
