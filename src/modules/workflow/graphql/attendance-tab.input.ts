import { Field, ID, InputType, Int } from 'type-graphql';
import type { TabContent, TabDisplayMode } from '../model.js';
import { TabContentEnum, TabDisplayModeEnum } from './enums.js';

const descriptions = {
  key: 'Stable name inside its type: a lower-case letter and up to 63 more, digits, _ or -.',
  name: 'What is written on it: 200 characters at most.',
  content: 'What it shows.',
  formId: 'The form to fill in: content FORM needs one, no other has one.',
  allowsMultipleEntries: 'Its form can be filled in more than once.',
  displayMode: 'How its entries are laid out.',
  displayOrder: 'Place among the tabs of its type; where it repeats the key decides.',
  required: 'No resolving or conclusive status before it has an entry.',
  requiredForStatusKeys: 'Nor any of these.',
  visibleToBeneficiary: 'Beneficiaries see it, and what is filled in.',
  filledByBeneficiary: 'Beneficiaries may fill it in while the occurrence is open.',
  active: 'False takes it out of use.',
} as const;

@InputType({ description: 'A new tab.' })
export class AttendanceTabInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.name })
  name!: string;
  @Field(() => TabContentEnum, { defaultValue: 'FORM', description: descriptions.content })
  content!: TabContent;
  @Field(() => ID, { nullable: true, description: descriptions.formId })
  formId?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.allowsMultipleEntries })
  allowsMultipleEntries!: boolean;
  @Field(() => TabDisplayModeEnum, { defaultValue: 'LIST', description: descriptions.displayMode })
  displayMode!: TabDisplayMode;
  @Field(() => Int, { defaultValue: 0, description: descriptions.displayOrder })
  displayOrder!: number;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.required })
  required!: boolean;
  @Field(() => [String], { nullable: true, description: descriptions.requiredForStatusKeys })
  requiredForStatusKeys?: string[] | null;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.visibleToBeneficiary })
  visibleToBeneficiary!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: descriptions.filledByBeneficiary })
  filledByBeneficiary!: boolean;
  @Field(() => Boolean, { defaultValue: true, description: descriptions.active })
  active!: boolean;
}

@InputType({
  description:
    'What is to be different: absent leaves as it is, null clears. In a list the key says which one; a new key adds one.',
})
export class AttendanceTabUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.name })
  name?: string | null;
  @Field(() => TabContentEnum, { nullable: true, description: descriptions.content })
  content?: TabContent | null;
  @Field(() => ID, { nullable: true, description: descriptions.formId })
  formId?: string | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.allowsMultipleEntries })
  allowsMultipleEntries?: boolean | null;
  @Field(() => TabDisplayModeEnum, { nullable: true, description: descriptions.displayMode })
  displayMode?: TabDisplayMode | null;
  @Field(() => Int, { nullable: true, description: descriptions.displayOrder })
  displayOrder?: number | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.required })
  required?: boolean | null;
  @Field(() => [String], { nullable: true, description: descriptions.requiredForStatusKeys })
  requiredForStatusKeys?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.visibleToBeneficiary })
  visibleToBeneficiary?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.filledByBeneficiary })
  filledByBeneficiary?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
