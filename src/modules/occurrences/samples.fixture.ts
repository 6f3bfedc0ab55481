import type { Result } from '../../shared/problem.js';
import { usualGenericTerms } from '../answers/index.js';
import type { OccurrenceType, Status, Tab } from '../workflow/model.js';
import type { EntryCounts, Move } from './decide.js';
import type { OccurrenceState } from './state.js';

// A small reimbursement, for the tests beside the decisions.

export const t0 = new Date('2026-03-02T12:00:00.000Z');
export const t1 = new Date('2026-03-02T13:00:00.000Z');
export const t2 = new Date('2026-03-02T14:00:00.000Z');

export const sampleStatus = (key: string, differences: Partial<Status> = {}): Status => ({
  id: `sta_${key}`,
  typeId: 'oct_reembolso',
  key,
  internalDescription: `${key}, por dentro`,
  externalDescription: `${key}, por fora`,
  category: 'IN_PROGRESS',
  color: '#1D4ED8',
  isDefault: false,
  startsAttendance: false,
  showInHistory: true,
  resolves: false,
  closes: false,
  pausesSla: false,
  conclusive: false,
  requiresComment: false,
  requiresDenialBasis: false,
  displayOrder: 0,
  active: true,
  nextStatusIds: null,
  allowedRoles: ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'],
  ...differences,
});

export const sampleTab = (key: string, differences: Partial<Tab> = {}): Tab => ({
  id: `tab_${key}`,
  typeId: 'oct_reembolso',
  key,
  name: key,
  content: 'FORM',
  formId: `frm_${key}`,
  allowsMultipleEntries: false,
  displayMode: 'LIST',
  displayOrder: 0,
  required: false,
  requiredForStatusIds: [],
  visibleToBeneficiary: false,
  filledByBeneficiary: false,
  active: true,
  ...differences,
});

const to = (...keys: string[]): Pick<Status, 'nextStatusIds'> => ({ nextStatusIds: keys.map((key) => `sta_${key}`) });

export const sampleType = (differences: Partial<OccurrenceType> = {}): OccurrenceType => ({
  id: 'oct_reembolso',
  key: 'reembolso',
  name: 'Reembolso',
  protocolTypeId: 'prt_ans',
  businessCalendarId: null,
  sla: null,
  regulatoryKind: 'NON_ASSISTENTIAL',
  regulatoryRules: [],
  reanalysisTypeId: null,
  viewMode: 'REQUEST',
  chat: null,
  allowsAttendance: true,
  intakeFormId: 'frm_dados',
  active: true,
  statuses: [
    sampleStatus('solicitado', { isDefault: true, ...to('em_analise', 'legado', 'cancelado', 'duplicado') }),
    sampleStatus('em_analise', { startsAttendance: true }),
    sampleStatus('pendente', { requiresComment: true, ...to('em_analise', 'negado') }),
    sampleStatus('auditoria', { showInHistory: false, allowedRoles: ['SUPERVISOR'] }),
    sampleStatus('aprovado', { conclusive: true, ...to('pago', 'em_analise') }),
    sampleStatus('negado', { resolves: true, conclusive: true, requiresDenialBasis: true, ...to('em_analise') }),
    sampleStatus('pago', { resolves: true, closes: true, conclusive: true, nextStatusIds: [] }),
    sampleStatus('cancelado', { closes: true }),
    sampleStatus('duplicado', { closes: true, showInHistory: false }),
    sampleStatus('legado', { active: false }),
  ],
  tabs: [
    sampleTab('dados', { required: true, visibleToBeneficiary: true, filledByBeneficiary: true }),
    sampleTab('despesas', { allowsMultipleEntries: true }),
    sampleTab('analise', { requiredForStatusIds: ['sta_aprovado', 'sta_pendente'] }),
    sampleTab('antiga', { required: true, active: false }),
    sampleTab('notas', { content: 'NOTES', formId: null, required: true }),
  ],
  actions: [],
  ...differences,
});

export const statusNamed = (type: OccurrenceType, key: string): Status => {
  const status = type.statuses.find((one) => one.key === key);
  if (!status) throw new Error(`no status ${key}`);
  return status;
};

export const tabNamed = (type: OccurrenceType, key: string): Tab => {
  const tab = type.tabs.find((one) => one.key === key);
  if (!tab) throw new Error(`no tab ${key}`);
  return tab;
};

export const sampleState = (differences: Partial<OccurrenceState> = {}): OccurrenceState => ({
  id: 'occ_1',
  typeId: 'oct_reembolso',
  statusId: 'sta_solicitado',
  lastShownStatusId: 'sta_solicitado',
  version: 1,
  description: 'Consulta de março',
  channel: 'APP',
  requesterId: 'ben_ana',
  beneficiaryId: 'ben_ana',
  attendantId: null,
  regulatoryKind: 'NON_ASSISTENTIAL',
  denialBasis: null,
  createdAt: t0,
  updatedAt: t0,
  attendanceStartedAt: null,
  resolvedAt: null,
  answeredAt: null,
  closedAt: null,
  sla: null,
  regulatoryAnswer: null,
  slaState: null,
  regulatoryState: null,
  ...differences,
});

export const closedState = (differences: Partial<OccurrenceState> = {}): OccurrenceState =>
  sampleState({
    statusId: 'sta_pago',
    lastShownStatusId: 'sta_pago',
    version: 5,
    attendantId: 'att_carla',
    attendanceStartedAt: t0,
    resolvedAt: t1,
    closedAt: t1,
    ...differences,
  });

/** An entry in each of the tabs of these keys. */
export const entriesIn = (...keys: string[]): EntryCounts => new Map(keys.map((key) => [`tab_${key}`, 1]));

/** The sample type with one of its statuses changed. */
export const withStatus = (key: string, differences: Partial<Status>): OccurrenceType => {
  const type = sampleType();
  return {
    ...type,
    statuses: type.statuses.map((status) => (status.key === key ? { ...status, ...differences } : status)),
  };
};

/** An attendant's move from one status of the sample type to another, with nothing in its way but what is asked for. */
export const sampleMove = (from: string, to: string, differences: Partial<Move> = {}): Move => {
  const type = differences.type ?? sampleType();
  return {
    state: sampleState({ statusId: `sta_${from}` }),
    type,
    now: t1,
    target: statusNamed(type, to),
    roles: ['ATTENDANT'],
    entries: entriesIn('dados', 'analise'),
    genericTerms: usualGenericTerms,
    ...differences,
  };
};

/** The codes and paths of a refusal; nothing of a success. */
export const refusalsOf = (result: Result<unknown>): [string, readonly string[] | undefined][] =>
  result.ok ? [] : result.problems.map(({ code, path }) => [code, path]);

/** The value of a success. */
export function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
