import type { Role } from '../../platform/auth/roles.js';
import type {
  ActionKind,
  ChatRules,
  RegulatoryKind,
  RegulatoryRule,
  SlaMetric,
  SlaUnit,
  StatusCategory,
  TabContent,
  TabDisplayMode,
  ViewMode,
} from './model.js';

// What the mutations take, by key. What is optional has a default, which definition-create.ts applies.

export interface StatusInput {
  key: string;
  internalDescription: string;
  externalDescription: string;
  category?: StatusCategory | null;
  color: string;
  isDefault?: boolean;
  startsAttendance?: boolean;
  showInHistory?: boolean;
  resolves?: boolean;
  closes?: boolean;
  pausesSla?: boolean;
  conclusive?: boolean | null;
  requiresComment?: boolean;
  requiresDenialBasis?: boolean;
  active?: boolean;
  displayOrder?: number;
  nextStatusKeys?: readonly string[] | null;
  previousStatusKeys?: readonly string[] | null;
  allowedRoles?: readonly Role[] | null;
}

export interface AttendanceTabInput {
  key: string;
  name: string;
  content?: TabContent;
  formId?: string | null;
  allowsMultipleEntries?: boolean;
  displayMode?: TabDisplayMode;
  displayOrder?: number;
  required?: boolean;
  requiredForStatusKeys?: readonly string[] | null;
  visibleToBeneficiary?: boolean;
  filledByBeneficiary?: boolean;
  active?: boolean;
}

export interface ActionInput {
  key: string;
  description: string;
  statusKey: string;
  kind: ActionKind;
  config: Readonly<Record<string, unknown>>;
  condition?: Readonly<Record<string, unknown>> | null;
  active?: boolean;
}

export interface SlaPolicyInput {
  amount: number;
  unit: SlaUnit;
  metric?: SlaMetric;
  warnAtPercent?: number;
}

/** What is left out is null, but for transfers, which are allowed. */
export interface ChatRulesInput extends Partial<Omit<ChatRules, 'maxSimultaneous'>> {
  maxSimultaneous: number;
}

interface TypeFields {
  key: string;
  name: string;
  protocolTypeId: string;
  businessCalendarId?: string | null;
  sla?: SlaPolicyInput | null;
  regulatoryKind?: RegulatoryKind | null;
  regulatoryRules?: readonly RegulatoryRule[] | null;
  reanalysisTypeId?: string | null;
  viewMode: ViewMode;
  chat?: ChatRulesInput | null;
  allowsAttendance: boolean;
  intakeFormId?: string | null;
}

export interface OccurrenceTypeInput extends TypeFields {
  statuses: readonly StatusInput[];
  tabs?: readonly AttendanceTabInput[];
  actions?: readonly ActionInput[];
}

/** The same fields, all optional: absent leaves as it is, null clears. */
export type UpdateOf<T> = { readonly [K in keyof T]?: T[K] | null };

export type StatusUpdate = UpdateOf<StatusInput>;
export type AttendanceTabUpdate = UpdateOf<AttendanceTabInput>;
export type ActionUpdate = UpdateOf<ActionInput>;

export interface OccurrenceTypeUpdate extends UpdateOf<TypeFields> {
  active?: boolean | null;
  /** Each names its `key`: what has it already is changed, else added. */
  statuses?: readonly StatusUpdate[] | null;
  tabs?: readonly AttendanceTabUpdate[] | null;
  actions?: readonly ActionUpdate[] | null;
}
