import type { Role } from '../../platform/auth/roles.js';

// The configuration of an operator as the rules read it: plain data, no rows, no GraphQL.

export const viewModes = ['BASIC', 'REQUEST', 'CHAT'] as const;
export type ViewMode = (typeof viewModes)[number];

export const statusCategories = [
  'NEW',
  'IN_PROGRESS',
  'WAITING_BENEFICIARY',
  'WAITING_THIRD_PARTY',
  'RESOLVED',
  'CLOSED',
] as const;
export type StatusCategory = (typeof statusCategories)[number];

export const tabContents = ['FORM', 'NOTES', 'ATTACHMENTS', 'CONTACT', 'HISTORY'] as const;
export type TabContent = (typeof tabContents)[number];

export const tabDisplayModes = ['GRID', 'LIST'] as const;
export type TabDisplayMode = (typeof tabDisplayModes)[number];

export const actionKinds = ['PUSH', 'EMAIL', 'HOOK', 'WHATSAPP', 'IN_APP'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const slaUnits = ['MINUTES', 'HOURS', 'DAYS', 'BUSINESS_HOURS', 'BUSINESS_DAYS'] as const;
export type SlaUnit = (typeof slaUnits)[number];

export const slaMetrics = ['RESOLUTION', 'FIRST_RESPONSE'] as const;
export type SlaMetric = (typeof slaMetrics)[number];

export const regulatoryKinds = [
  'URGENT',
  'ASSISTENTIAL_OTHER',
  'HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION',
  'NON_ASSISTENTIAL',
  'OMBUDSMAN_REANALYSIS',
] as const;
export type RegulatoryKind = (typeof regulatoryKinds)[number];

export interface SlaPolicy {
  readonly amount: number;
  readonly unit: SlaUnit;
  readonly metric: SlaMetric;
  readonly warnAtPercent: number;
}

/** By what is filled in to open it, what kind a request is. */
export interface RegulatoryRule {
  /** JSON Logic over the fields of the intake. */
  readonly condition: Readonly<Record<string, unknown>>;
  readonly kind: RegulatoryKind;
}

/** Where a chat goes by what happens to it, each a status of its type by key; null: that does not happen. */
export interface ChatExits {
  /** The member leaves while waiting. */
  readonly gaveUpStatusKey: string | null;
  /** It is opened while as many wait as may. */
  readonly exhaustedStatusKey: string | null;
  /** It is opened outside the hours of the type's calendar. */
  readonly outOfHoursStatusKey: string | null;
  /** It has waited for `maxWaitSeconds`. */
  readonly maxWaitStatusKey: string | null;
  /** The member leaves while attended, and may come back. */
  readonly pendingStatusKey: string | null;
  readonly beneficiaryInactiveStatusKey: string | null;
  /** Back to the beginning of the queue. */
  readonly attendantInactiveStatusKey: string | null;
}

/** How the chats of a type wait and are attended. */
export interface ChatRules extends ChatExits {
  readonly maxSimultaneous: number;
  /** null: any number. */
  readonly maxWaiting: number | null;
  readonly maxWaitSeconds: number | null;
  readonly beneficiaryInactivitySeconds: number | null;
  readonly attendantInactivitySeconds: number | null;
  readonly allowsTransfer: boolean;
}

export interface Status {
  readonly id: string;
  readonly typeId: string;
  readonly key: string;
  readonly internalDescription: string;
  readonly externalDescription: string;
  readonly category: StatusCategory;
  readonly color: string;
  readonly isDefault: boolean;
  readonly startsAttendance: boolean;
  readonly showInHistory: boolean;
  readonly resolves: boolean;
  readonly closes: boolean;
  readonly pausesSla: boolean;
  readonly conclusive: boolean;
  readonly requiresComment: boolean;
  readonly requiresDenialBasis: boolean;
  readonly displayOrder: number;
  readonly active: boolean;
  /** null: any other active status of the type, none where it closes. */
  readonly nextStatusIds: readonly string[] | null;
  readonly allowedRoles: readonly Role[];
}

export interface Tab {
  readonly id: string;
  readonly typeId: string;
  readonly key: string;
  readonly name: string;
  readonly content: TabContent;
  /** The form (of whatever version is newest); FORM alone has one. */
  readonly formId: string | null;
  readonly allowsMultipleEntries: boolean;
  readonly displayMode: TabDisplayMode;
  readonly displayOrder: number;
  readonly required: boolean;
  readonly requiredForStatusIds: readonly string[];
  readonly visibleToBeneficiary: boolean;
  readonly filledByBeneficiary: boolean;
  readonly active: boolean;
}

export interface Action {
  readonly id: string;
  readonly typeId: string;
  readonly statusId: string;
  readonly key: string;
  readonly description: string;
  readonly kind: ActionKind;
  /** Checked for its kind (see action-config.ts), with the secret of a hook in clear: mask it before it leaves the service. */
  readonly config: Readonly<Record<string, unknown>>;
  /** JSON Logic; null: always. */
  readonly condition: Readonly<Record<string, unknown>> | null;
  readonly active: boolean;
}

/** An occurrence type with all that hangs on it; lists are in display order. */
export interface OccurrenceType {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly protocolTypeId: string;
  /** null: the operator's default one. */
  readonly businessCalendarId: string | null;
  readonly sla: SlaPolicy | null;
  readonly regulatoryKind: RegulatoryKind | null;
  /** The first whose condition holds goes before `regulatoryKind`. */
  readonly regulatoryRules: readonly RegulatoryRule[];
  /** Of which type the re-analyses of its denials are; null: see `reanalysisTypeOf`. */
  readonly reanalysisTypeId: string | null;
  readonly viewMode: ViewMode;
  /** Of a CHAT alone; null: it has none, and waits like anything else. */
  readonly chat: ChatRules | null;
  readonly allowsAttendance: boolean;
  readonly intakeFormId: string | null;
  readonly active: boolean;
  readonly statuses: readonly Status[];
  readonly tabs: readonly Tab[];
  readonly actions: readonly Action[];
}

/** What opens occurrences of a type in the operator's app; null: linked to none any more. */
export interface Feature {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly typeId: string | null;
}
