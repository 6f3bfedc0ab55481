import type { Scope } from '../../src/platform/auth/permissions.js';
import type { Role } from '../../src/platform/auth/roles.js';

interface Row {
  readonly who: readonly Role[] | 'ANYBODY';
  readonly scope?: Scope;
  readonly operations: readonly string[];
}

/**
 * What the product promises, by hand and not by its code: one row for each of the table in the specification. Every
 * operation stands in one of them; a new one is put here on purpose, or its test fails.
 */
const rows: Readonly<Record<string, Row>> = {
  'who one is': { who: 'ANYBODY', operations: ['Query.viewer', 'Query.node'] },
  'queue, lists, counters, people, their streams': {
    who: ['ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR'],
    scope: 'occurrence:read',
    operations: [
      'Query.occurrences',
      'Query.occurrenceCounters',
      'Query.beneficiaries',
      'Query.attendants',
      'Subscription.queueUpdates',
      'Query.teams',
      'Subscription.queueCounters',
    ],
  },
  'my…, inbox, devices': {
    who: ['BENEFICIARY'],
    operations: [
      'Query.myOccurrences',
      'Query.inbox',
      'Query.inboxUnreadCount',
      'Query.myDevices',
      'Mutation.inboxMarkRead',
      'Mutation.inboxMarkAllRead',
      'Mutation.deviceRegister',
      'Mutation.deviceUnregister',
      'Subscription.myOccurrenceUpdates',
      'Subscription.inboxUpdates',
      'Subscription.inboxUnreadCountUpdates',
    ],
  },
  'one occurrence, protocol, its stream': {
    who: ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR'],
    scope: 'occurrence:read',
    operations: [
      'Query.occurrence',
      'Query.protocol',
      'Mutation.occurrenceActivitySignal',
      'Subscription.occurrenceUpdates',
      'Subscription.occurrenceActivity',
    ],
  },
  'read configuration, what is linked': {
    who: ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR'],
    scope: 'configuration:read',
    operations: ['Query.occurrenceTypes', 'Query.occurrenceType', 'Query.features'],
  },
  'read configuration, linked or not': {
    who: ['ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR'],
    scope: 'configuration:read',
    operations: ['Query.protocolTypes', 'Query.businessCalendars', 'Query.businessTime', 'Query.formDefinitions'],
  },
  create: {
    who: ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR'],
    scope: 'occurrence:create',
    operations: ['Mutation.occurrenceCreate', 'Mutation.occurrenceRequestReanalysis'],
  },
  'start attendance, assign to self, release; assign others': {
    who: ['ATTENDANT', 'SUPERVISOR'],
    operations: ['Mutation.occurrenceStartAttendance', 'Mutation.occurrenceAssign', 'Mutation.queueClaimNext'],
  },
  'change status': {
    who: ['ATTENDANT', 'SUPERVISOR'],
    scope: 'occurrence:changeStatus',
    operations: ['Mutation.occurrenceChangeStatus'],
  },
  'update description; regulatory kind': {
    who: ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR'],
    scope: 'occurrence:update',
    operations: ['Mutation.occurrenceUpdate'],
  },
  'change many': {
    who: ['SUPERVISOR'],
    operations: ['Mutation.occurrencesChangeStatus', 'Subscription.occurrencesChangeStatusProgress'],
  },
  're-send': {
    who: ['SUPERVISOR'],
    operations: ['Mutation.actionDeliveryRetry', 'Mutation.actionDeliveriesRetry', 'Mutation.hookTargetResume'],
  },
  reopen: { who: ['SUPERVISOR'], scope: 'occurrence:reopen', operations: ['Mutation.occurrenceReopen'] },
  notes: {
    who: ['ATTENDANT', 'SUPERVISOR'],
    scope: 'occurrence:note',
    operations: ['Mutation.occurrenceNoteAdd'],
  },
  'tab entries': {
    who: ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR'],
    scope: 'occurrence:fillTab',
    operations: ['Mutation.occurrenceTabEntrySave'],
  },
  'messages, attachments': {
    who: ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR'],
    scope: 'occurrence:message',
    operations: [
      'Mutation.occurrenceMessagePost',
      'Mutation.occurrenceMessageEdit',
      'Mutation.occurrenceMessageWithdraw',
      'Mutation.occurrenceMessagesMarkRead',
      'Mutation.attachmentUploadCreate',
      'Mutation.occurrenceAttachmentAdd',
    ],
  },
  deliveries: {
    who: ['SUPERVISOR', 'CONFIGURATOR'],
    scope: 'action:read',
    operations: ['Query.actionDeliveries', 'Query.hookTargets'],
  },
  reports: {
    who: ['SUPERVISOR', 'CONFIGURATOR'],
    scope: 'report:read',
    operations: [
      'Query.reportVolume',
      'Query.reportTimes',
      'Query.reportSla',
      'Query.reportRegulatoryAnswers',
      'Query.reportAgeing',
      'Query.reportBacklog',
    ],
  },
  'what an action would send': { who: ['CONFIGURATOR'], operations: ['Query.actionPreview'] },
  'configure, link, settings, and what was configured': {
    who: ['CONFIGURATOR'],
    scope: 'configuration:write',
    operations: [
      'Query.configurationChanges',
      'Mutation.operatorSettingsUpdate',
      'Mutation.actionTest',
      'Mutation.protocolTypeCreate',
      'Mutation.protocolTypeUpdate',
      'Mutation.businessCalendarCreate',
      'Mutation.businessCalendarUpdate',
      'Mutation.teamCreate',
      'Mutation.teamUpdate',
      'Mutation.formDefinitionCreate',
      'Mutation.formDefinitionUpdate',
      'Mutation.occurrenceTypeCreate',
      'Mutation.occurrenceTypeUpdate',
      'Mutation.statusCreate',
      'Mutation.statusUpdate',
      'Mutation.attendanceTabCreate',
      'Mutation.attendanceTabUpdate',
      'Mutation.actionCreate',
      'Mutation.actionUpdate',
      'Mutation.featureLink',
      'Mutation.featureUnlink',
    ],
  },
  // Whoever has one could make themselves another with more: no scope reaches it.
  'tokens of integrations': {
    who: ['CONFIGURATOR'],
    operations: ['Query.apiTokens', 'Mutation.apiTokenCreate', 'Mutation.apiTokenRevoke'],
  },
  people: { who: ['CONFIGURATOR'], scope: 'people:write', operations: ['Mutation.beneficiaryUpsert'] },
};

export const promised: ReadonlyMap<string, Row> = new Map(
  Object.values(rows).flatMap((row) => row.operations.map((operation): [string, Row] => [operation, row])),
);

/** Whether somebody with this role may use the operation; scopes count for an integration alone. */
export function isPromised(operation: string, role: Role | null, scopes: readonly string[]): boolean {
  const row = promised.get(operation);
  if (!row) throw new Error(`${operation} is in no row of the table`);
  if (role === null) return false;
  if (row.who === 'ANYBODY') return true;
  if (role === 'INTEGRATION') return row.scope !== undefined && scopes.includes(row.scope);
  return row.who.includes(role);
}
