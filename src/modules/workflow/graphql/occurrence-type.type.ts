import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { RegulatoryKind, SlaPolicy, ViewMode } from '../model.js';
import { RegulatoryKindEnum, ViewModeEnum } from './enums.js';
import { SlaPolicyObject } from './sla-policy.type.js';

/** What depends on the caller, or leads to other elements, is in occurrence-type.fields.ts. */
@ObjectType('OccurrenceType', {
  description: 'A kind of request, with all that is configured for it: statuses, tabs and actions.',
  implements: Node,
})
export class OccurrenceTypeObject extends Node {
  @Field(() => String, { description: 'Stable name, unique among the types of the operator: "reembolso".' })
  key!: string;
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => SlaPolicyObject, { nullable: true, description: "The operator's own deadline; null: none." })
  sla!: SlaPolicy | null;
  @Field(() => RegulatoryKindEnum, {
    nullable: true,
    description:
      'The kind that its occurrences have unless a rule or whoever opens them gives another; null: no regulatory clock.',
  })
  regulatoryKind!: RegulatoryKind | null;
  @Field(() => ViewModeEnum, { description: 'How its occurrences come to be and are shown.' })
  viewMode!: ViewMode;
  @Field(() => Boolean, { description: 'False: attendants cannot move its status; systems can.' })
  allowsAttendance!: boolean;
  @Field(() => Boolean, { description: 'False: no occurrence of it is opened any more.' })
  active!: boolean;
}
