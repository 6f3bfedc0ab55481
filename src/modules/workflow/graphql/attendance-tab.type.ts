import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { TabContent, TabDisplayMode } from '../model.js';
import { TabContentEnum, TabDisplayModeEnum } from './enums.js';

/** What leads to other elements is in attendance-tab.fields.ts. */
@ObjectType('AttendanceTab', {
  description: 'A tab of the attendant panel, on every occurrence of its type.',
  implements: Node,
})
export class AttendanceTabObject extends Node {
  @Field(() => String, { description: 'Stable name inside its type: "dados_do_reembolso".' })
  key!: string;
  @Field(() => String, { description: 'What is written on it.' })
  name!: string;
  @Field(() => TabContentEnum, { description: 'What it shows.' })
  content!: TabContent;
  @Field(() => Boolean, { description: 'Its form can be filled in more than once.' })
  allowsMultipleEntries!: boolean;
  @Field(() => TabDisplayModeEnum, { description: 'How its entries are laid out.' })
  displayMode!: TabDisplayMode;
  @Field(() => Int, { description: 'Place among the tabs of its type; where it repeats the key decides.' })
  displayOrder!: number;
  @Field(() => Boolean, { description: 'No resolving or conclusive status before it has an entry.' })
  required!: boolean;
  @Field(() => Boolean, { description: 'Beneficiaries see it, and what is filled in.' })
  visibleToBeneficiary!: boolean;
  @Field(() => Boolean, { description: 'Beneficiaries may fill it in while the occurrence is open.' })
  filledByBeneficiary!: boolean;
  @Field(() => Boolean, { description: 'False: it is not filled in any more.' })
  active!: boolean;
}
