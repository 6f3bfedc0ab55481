import type { Role } from '../../platform/auth/roles.js';
import { completeConfig } from './action-config.js';
import type { ActionDefinition, Path, StatusDefinition, TabDefinition, TypeDefinition } from './definition.js';
import type {
  ActionInput,
  AttendanceTabInput,
  ChatRulesInput,
  OccurrenceTypeInput,
  SlaPolicyInput,
  StatusInput,
} from './definition-input.js';
import { linkPreviousStatuses } from './element-references.js';
import type { ChatRules, SlaPolicy, StatusCategory } from './model.js';

const defaultRoles: readonly Role[] = ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'];

function derivedCategory(status: StatusInput): StatusCategory {
  if (status.isDefault) return 'NEW';
  if (status.resolves) return 'RESOLVED';
  if (status.closes) return 'CLOSED';
  return status.pausesSla ? 'WAITING_BENEFICIARY' : 'IN_PROGRESS';
}

/** A status with its defaults, `path` being where the input stands in the mutation. */
export function statusDefinition(input: StatusInput, path: Path): StatusDefinition {
  const resolves = input.resolves ?? false;
  return {
    path,
    named: true,
    key: input.key,
    internalDescription: input.internalDescription,
    externalDescription: input.externalDescription,
    category: input.category ?? derivedCategory(input),
    color: input.color,
    isDefault: input.isDefault ?? false,
    startsAttendance: input.startsAttendance ?? false,
    showInHistory: input.showInHistory ?? true,
    resolves,
    closes: input.closes ?? false,
    pausesSla: input.pausesSla ?? false,
    conclusive: input.conclusive ?? resolves,
    requiresComment: input.requiresComment ?? false,
    requiresDenialBasis: input.requiresDenialBasis ?? false,
    displayOrder: input.displayOrder ?? 0,
    active: input.active ?? true,
    nextStatusKeys: input.nextStatusKeys ?? null,
    previousStatusKeys: input.previousStatusKeys ?? [],
    allowedRoles: [...new Set(input.allowedRoles ?? defaultRoles)],
  };
}

/** A tab with its defaults. */
export const tabDefinition = (input: AttendanceTabInput, path: Path): TabDefinition => ({
  path,
  named: true,
  key: input.key,
  name: input.name,
  content: input.content ?? 'FORM',
  formId: input.formId ?? null,
  allowsMultipleEntries: input.allowsMultipleEntries ?? false,
  displayMode: input.displayMode ?? 'LIST',
  displayOrder: input.displayOrder ?? 0,
  required: input.required ?? false,
  requiredForStatusKeys: input.requiredForStatusKeys ?? [],
  visibleToBeneficiary: input.visibleToBeneficiary ?? false,
  filledByBeneficiary: input.filledByBeneficiary ?? false,
  active: input.active ?? true,
});

/** An action with its defaults and those of its kind's config; a hook without a secret gets one. */
export const actionDefinition = (input: ActionInput, path: Path): ActionDefinition => ({
  path,
  named: true,
  key: input.key,
  description: input.description,
  statusKey: input.statusKey,
  kind: input.kind,
  config: completeConfig(input.kind, input.config),
  condition: input.condition ?? null,
  active: input.active ?? true,
});

export const slaPolicy = (input: SlaPolicyInput): SlaPolicy => ({
  amount: input.amount,
  unit: input.unit,
  metric: input.metric ?? 'RESOLUTION',
  warnAtPercent: input.warnAtPercent ?? 80,
});

export const chatRules = (input: ChatRulesInput): ChatRules => ({
  maxSimultaneous: input.maxSimultaneous,
  maxWaiting: input.maxWaiting ?? null,
  maxWaitSeconds: input.maxWaitSeconds ?? null,
  beneficiaryInactivitySeconds: input.beneficiaryInactivitySeconds ?? null,
  attendantInactivitySeconds: input.attendantInactivitySeconds ?? null,
  allowsTransfer: input.allowsTransfer ?? true,
  gaveUpStatusKey: input.gaveUpStatusKey ?? null,
  exhaustedStatusKey: input.exhaustedStatusKey ?? null,
  outOfHoursStatusKey: input.outOfHoursStatusKey ?? null,
  maxWaitStatusKey: input.maxWaitStatusKey ?? null,
  pendingStatusKey: input.pendingStatusKey ?? null,
  beneficiaryInactiveStatusKey: input.beneficiaryInactiveStatusKey ?? null,
  attendantInactiveStatusKey: input.attendantInactiveStatusKey ?? null,
});

/** A whole new type, as `occurrenceTypeCreate` takes it. */
export const typeDefinition = (input: OccurrenceTypeInput, path: Path = ['input']): TypeDefinition => ({
  path,
  named: true,
  key: input.key,
  name: input.name,
  protocolTypeId: input.protocolTypeId,
  businessCalendarId: input.businessCalendarId ?? null,
  sla: input.sla ? slaPolicy(input.sla) : null,
  regulatoryKind: input.regulatoryKind ?? null,
  regulatoryRules: input.regulatoryRules ?? [],
  reanalysisTypeId: input.reanalysisTypeId ?? null,
  viewMode: input.viewMode,
  chat: input.chat ? chatRules(input.chat) : null,
  allowsAttendance: input.allowsAttendance,
  intakeFormId: input.intakeFormId ?? null,
  active: true,
  statuses: linkPreviousStatuses(
    input.statuses.map((status, i) => statusDefinition(status, [...path, 'statuses', String(i)])),
  ),
  tabs: (input.tabs ?? []).map((tab, i) => tabDefinition(tab, [...path, 'tabs', String(i)])),
  actions: (input.actions ?? []).map((action, i) => actionDefinition(action, [...path, 'actions', String(i)])),
});
