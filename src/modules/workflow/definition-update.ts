import { refusal, success, type Result } from '../../shared/problem.js';
import { keepSecrets } from './action-config.js';
import type { ActionDefinition, Path, StatusDefinition, TabDefinition, TypeDefinition } from './definition.js';
import { actionDefinition, chatRules, slaPolicy, statusDefinition, tabDefinition } from './definition-create.js';
import type {
  ActionInput,
  ActionUpdate,
  AttendanceTabInput,
  AttendanceTabUpdate,
  OccurrenceTypeUpdate,
  StatusInput,
  StatusUpdate,
} from './definition-input.js';
import { clearedFields, givenFields } from './update-fields.js';

// Absent leaves as it is, null clears to what a new element has by default; where there is no such thing it is refused.

export const clearable = {
  status: new Set(['category', 'conclusive', 'nextStatusKeys', 'previousStatusKeys', 'allowedRoles']),
  tab: new Set(['formId', 'requiredForStatusKeys']),
  action: new Set(['condition']),
  type: new Set([
    'businessCalendarId',
    'sla',
    'regulatoryKind',
    'regulatoryRules',
    'reanalysisTypeId',
    'chat',
    'intakeFormId',
  ]),
} as const;

export function mergeStatus(stored: StatusDefinition, update: StatusUpdate, path: Path): Result<StatusDefinition> {
  const problems = clearedFields(update, clearable.status, path);
  if (problems.length > 0) return refusal(...problems);
  const merged = { ...stored, previousStatusKeys: [], ...givenFields(update) } as StatusInput;
  return success({ ...statusDefinition(merged, path), id: stored.id });
}

export function mergeTab(stored: TabDefinition, update: AttendanceTabUpdate, path: Path): Result<TabDefinition> {
  const problems = clearedFields(update, clearable.tab, path);
  if (problems.length > 0) return refusal(...problems);
  const merged = { ...stored, ...givenFields(update) } as AttendanceTabInput;
  return success({ ...tabDefinition(merged, path), id: stored.id });
}

/** A config is replaced as a whole, but for the secrets that it leaves out or gives back masked. */
export function mergeAction(stored: ActionDefinition, update: ActionUpdate, path: Path): Result<ActionDefinition> {
  const problems = clearedFields(update, clearable.action, path);
  if (problems.length > 0) return refusal(...problems);
  const merged = { ...stored, ...givenFields(update) } as ActionInput;
  const config =
    update.config && stored.kind === merged.kind
      ? keepSecrets(merged.kind, stored.config, update.config)
      : merged.config;
  return success({ ...actionDefinition({ ...merged, config }, path), id: stored.id });
}

/** The type's own fields; its lists are merged by `applyTypeUpdate`. */
export function mergeType(stored: TypeDefinition, update: OccurrenceTypeUpdate, path: Path): Result<TypeDefinition> {
  const problems = clearedFields(update, clearable.type, path);
  if (problems.length > 0) return refusal(...problems);
  const {
    statuses: _statuses,
    tabs: _tabs,
    actions: _actions,
    sla,
    regulatoryRules,
    chat,
    ...own
  } = givenFields(update);
  return success({
    ...stored,
    ...(own as Partial<TypeDefinition>),
    ...(sla !== undefined && { sla: sla && slaPolicy(sla) }),
    ...(chat !== undefined && { chat: chat && chatRules(chat) }),
    ...(regulatoryRules !== undefined && { regulatoryRules: regulatoryRules ?? [] }),
    path,
    named: true,
  });
}
