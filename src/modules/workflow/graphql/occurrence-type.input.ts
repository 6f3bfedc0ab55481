import { Field, ID, InputType } from 'type-graphql';
import type { RegulatoryKind, ViewMode } from '../model.js';
import { ActionInput, ActionUpdateInput } from './action.input.js';
import { AttendanceTabInput, AttendanceTabUpdateInput } from './attendance-tab.input.js';
import { ChatRulesInputObject } from './chat-rules.type.js';
import { RegulatoryKindEnum, ViewModeEnum } from './enums.js';
import { RegulatoryRuleInput } from './regulatory-rule.type.js';
import { SlaPolicyInput } from './sla-policy.input.js';
import { StatusInput, StatusUpdateInput } from './status.input.js';

const descriptions = {
  key: 'Stable name, unique among the types: a lower-case letter and up to 63 more, digits, _ or -.',
  name: 'What it is called: 200 characters at most.',
  protocolTypeId: 'How the protocols of its occurrences are numbered: an active one.',
  businessCalendarId:
    "By which the deadlines of its occurrences are counted from then on: an active one. Null: the operator's default one, and where there is none Monday to Friday, 08:00 to 18:00.",
  sla: "The operator's own deadline; null: none.",
  regulatoryKind:
    'The kind that its occurrences have unless a rule or whoever opens them gives another; null: no regulatory clock.',
  regulatoryRules:
    'The first whose condition holds over the intake decides the kind of a new occurrence, before regulatoryKind: 20 at most; null: none. INVALID with its path where a condition reads what the intake form has not.',
  reanalysisTypeId:
    'Of which type re-analyses of its denials are opened (RN 623/2024, art. 16): an active one of the kind OMBUDSMAN_REANALYSIS, without an intake form. null: the only one of that kind that the operator has.',
  viewMode: 'How its occurrences come to be and are shown.',
  chat: 'How its chats wait and are attended; for the view mode CHAT alone, else INVALID. null: none, and nothing about them happens by itself.',
  allowsAttendance: 'False: attendants cannot move its status; systems can.',
  intakeFormId: 'What is filled in to open one; null: nothing.',
  statuses:
    'Exactly one is the default, at least one closes, and each can be reached from the default one: 100 at most.',
  tabs: 'The tabs of the attendant panel: 50 at most.',
  actions: 'What is sent out: 300 at most.',
  active: 'False: no occurrence of it is opened any more.',
} as const;

@InputType({ description: 'A whole new type: all of it is saved, or nothing.' })
export class OccurrenceTypeCreateInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.name })
  name!: string;
  @Field(() => ID, { description: descriptions.protocolTypeId })
  protocolTypeId!: string;
  @Field(() => ID, { nullable: true, description: descriptions.businessCalendarId })
  businessCalendarId?: string | null;
  @Field(() => SlaPolicyInput, { nullable: true, description: descriptions.sla })
  sla?: SlaPolicyInput | null;
  @Field(() => RegulatoryKindEnum, { nullable: true, description: descriptions.regulatoryKind })
  regulatoryKind?: RegulatoryKind | null;
  @Field(() => [RegulatoryRuleInput], { nullable: true, description: descriptions.regulatoryRules })
  regulatoryRules?: RegulatoryRuleInput[] | null;
  @Field(() => ID, { nullable: true, description: descriptions.reanalysisTypeId })
  reanalysisTypeId?: string | null;
  @Field(() => ViewModeEnum, { description: descriptions.viewMode })
  viewMode!: ViewMode;
  @Field(() => ChatRulesInputObject, { nullable: true, description: descriptions.chat })
  chat?: ChatRulesInputObject | null;
  @Field(() => Boolean, { description: descriptions.allowsAttendance })
  allowsAttendance!: boolean;
  @Field(() => ID, { nullable: true, description: descriptions.intakeFormId })
  intakeFormId?: string | null;
  @Field(() => [StatusInput], { description: descriptions.statuses })
  statuses!: StatusInput[];
  @Field(() => [AttendanceTabInput], { defaultValue: [], description: descriptions.tabs })
  tabs!: AttendanceTabInput[];
  @Field(() => [ActionInput], { defaultValue: [], description: descriptions.actions })
  actions!: ActionInput[];
}

@InputType({
  description:
    'What is to be different: absent leaves as it is, null clears; the lists add or change by key what they name.',
})
export class OccurrenceTypeUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.name })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: descriptions.protocolTypeId })
  protocolTypeId?: string | null;
  @Field(() => ID, { nullable: true, description: descriptions.businessCalendarId })
  businessCalendarId?: string | null;
  @Field(() => SlaPolicyInput, { nullable: true, description: descriptions.sla })
  sla?: SlaPolicyInput | null;
  @Field(() => RegulatoryKindEnum, { nullable: true, description: descriptions.regulatoryKind })
  regulatoryKind?: RegulatoryKind | null;
  @Field(() => [RegulatoryRuleInput], { nullable: true, description: descriptions.regulatoryRules })
  regulatoryRules?: RegulatoryRuleInput[] | null;
  @Field(() => ID, { nullable: true, description: descriptions.reanalysisTypeId })
  reanalysisTypeId?: string | null;
  @Field(() => ViewModeEnum, { nullable: true, description: descriptions.viewMode })
  viewMode?: ViewMode | null;
  @Field(() => ChatRulesInputObject, { nullable: true, description: `${descriptions.chat} Replaced as a whole.` })
  chat?: ChatRulesInputObject | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.allowsAttendance })
  allowsAttendance?: boolean | null;
  @Field(() => ID, { nullable: true, description: descriptions.intakeFormId })
  intakeFormId?: string | null;
  @Field(() => [StatusUpdateInput], { nullable: true, description: descriptions.statuses })
  statuses?: StatusUpdateInput[] | null;
  @Field(() => [AttendanceTabUpdateInput], { nullable: true, description: descriptions.tabs })
  tabs?: AttendanceTabUpdateInput[] | null;
  @Field(() => [ActionUpdateInput], { nullable: true, description: descriptions.actions })
  actions?: ActionUpdateInput[] | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
