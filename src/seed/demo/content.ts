import type { BusinessCalendarInput } from '../../modules/business-calendars/index.js';
import type {
  ActionKind,
  ChatRules,
  RegulatoryKind,
  RegulatoryRule,
  SlaPolicy,
  StatusCategory,
  TabContent,
  TabDisplayMode,
  ViewMode,
} from '../../modules/workflow/model.js';
import type { Role } from '../../platform/auth/roles.js';
import type { Sample } from './sample.js';

// The content of an operator to try the product with, in the shape of the inputs that the seed hands to the services, with
// keys in the place of ids. Keys follow the words of the operator, hence in Portuguese.

export interface OperatorContent {
  readonly slug: string;
  readonly name: string;
  readonly ansRegistry: string;
  readonly timeZone: string;
  readonly staff: readonly StaffMember[];
  readonly beneficiaries: readonly Member[];
  readonly protocolTypes: readonly ProtocolTypeContent[];
  readonly calendars: readonly BusinessCalendarInput[];
  readonly forms: readonly FormContent[];
  readonly occurrenceTypes: readonly OccurrenceTypeContent[];
  readonly features: readonly FeatureContent[];
  readonly samples: readonly Sample[];
}

/** Whoever works at the operator, a system included; the first of a role stands for it. */
export interface StaffMember {
  readonly subject: string;
  readonly role: Exclude<Role, 'BENEFICIARY'>;
  readonly name: string;
  /** An integration's alone: what its token allows. */
  readonly scopes?: readonly string[];
}

export interface Member {
  readonly subject: string;
  readonly membershipNumber: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** The membership number of whom this one is a dependant of. */
  readonly holderMembershipNumber?: string;
}

export interface ProtocolTypeContent {
  readonly key: string;
  readonly name: string;
  readonly numbering: 'ANS' | 'SEQUENTIAL';
  readonly prefix?: string;
}

export interface FormContent {
  readonly key: string;
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly uiSchema: Readonly<Record<string, unknown>>;
}

export interface OccurrenceTypeContent {
  readonly key: string;
  readonly name: string;
  readonly protocolTypeKey: string;
  /** Left out: the operator's default one. */
  readonly calendarKey?: string;
  readonly sla: SlaPolicy | null;
  readonly regulatoryKind: RegulatoryKind | null;
  readonly regulatoryRules?: readonly RegulatoryRule[];
  readonly viewMode: ViewMode;
  readonly chat?: ChatRules;
  readonly allowsAttendance: boolean;
  readonly intakeFormKey: string | null;
  readonly statuses: readonly StatusContent[];
  readonly tabs: readonly TabOfType[];
  readonly actions: readonly ActionContent[];
}

/** What is left out has the default of `StatusInput`. */
export interface StatusContent {
  readonly key: string;
  readonly internalDescription: string;
  readonly externalDescription: string;
  readonly category: StatusCategory;
  readonly color: string;
  readonly isDefault?: boolean;
  readonly startsAttendance?: boolean;
  readonly showInHistory?: boolean;
  readonly resolves?: boolean;
  readonly closes?: boolean;
  readonly pausesSla?: boolean;
  readonly conclusive: boolean;
  readonly requiresComment?: boolean;
  readonly requiresDenialBasis?: boolean;
  readonly active?: boolean;
  readonly displayOrder: number;
  /** A closing status has none. */
  readonly nextStatusKeys?: readonly string[];
}

export interface TabOfType {
  readonly key: string;
  readonly name: string;
  readonly content: TabContent;
  readonly formKey?: string;
  readonly allowsMultipleEntries: boolean;
  readonly displayMode: TabDisplayMode;
  readonly displayOrder: number;
  readonly required: boolean;
  readonly requiredForStatusKeys?: readonly string[];
  readonly visibleToBeneficiary: boolean;
  readonly filledByBeneficiary: boolean;
}

export interface ActionContent {
  readonly key: string;
  readonly description: string;
  readonly statusKey: string;
  readonly kind: ActionKind;
  /** By kind. A hook's has no `secret` here: each installation makes its own. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly active?: boolean;
}

export interface FeatureContent {
  readonly key: string;
  readonly name: string;
  readonly occurrenceTypeKey: string;
}
