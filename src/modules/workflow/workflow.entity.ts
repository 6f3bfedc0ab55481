import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Role } from '../../platform/auth/roles.js';
import { tenantKey } from '../../platform/database/tenant-key.js';
import {
  actionKinds,
  regulatoryKinds,
  type ChatRules,
  type RegulatoryRule,
  type SlaPolicy,
  statusCategories,
  tabContents,
  tabDisplayModes,
  viewModes,
} from './model.js';

export const OccurrenceTypeEntity = defineEntity({
  name: 'OccurrenceType',
  tableName: 'occurrence_type',
  properties: {
    ...tenantKey,
    key: p.text(),
    name: p.text(),
    protocolTypeId: p.text(),
    businessCalendarId: p.text().nullable(),
    sla: p.json<SlaPolicy>().nullable(),
    regulatoryKind: p.enum(regulatoryKinds).nullable(),
    regulatoryRules: p.json<RegulatoryRule[]>(),
    reanalysisTypeId: p.text().nullable(),
    viewMode: p.enum(viewModes),
    chat: p.json<ChatRules>().nullable(),
    allowsAttendance: p.boolean(),
    intakeFormId: p.text().nullable(),
    active: p.boolean(),
  },
});
export type OccurrenceTypeRow = InferEntity<typeof OccurrenceTypeEntity>;

export const StatusEntity = defineEntity({
  name: 'Status',
  tableName: 'status',
  properties: {
    ...tenantKey,
    typeId: p.text(),
    key: p.text(),
    internalDescription: p.text(),
    externalDescription: p.text(),
    category: p.enum(statusCategories),
    color: p.text(),
    isDefault: p.boolean(),
    startsAttendance: p.boolean(),
    showInHistory: p.boolean(),
    resolves: p.boolean(),
    closes: p.boolean(),
    pausesSla: p.boolean(),
    conclusive: p.boolean(),
    requiresComment: p.boolean(),
    requiresDenialBasis: p.boolean(),
    displayOrder: p.integer(),
    active: p.boolean(),
    nextStatusIds: p.array().nullable(),
    allowedRoles: p.array().$type<Role[]>(),
  },
});
export type StatusRow = InferEntity<typeof StatusEntity>;

export const AttendanceTabEntity = defineEntity({
  name: 'AttendanceTab',
  tableName: 'attendance_tab',
  properties: {
    ...tenantKey,
    typeId: p.text(),
    key: p.text(),
    name: p.text(),
    content: p.enum(tabContents),
    formId: p.text().nullable(),
    allowsMultipleEntries: p.boolean(),
    displayMode: p.enum(tabDisplayModes),
    displayOrder: p.integer(),
    required: p.boolean(),
    requiredForStatusIds: p.array(),
    visibleToBeneficiary: p.boolean(),
    filledByBeneficiary: p.boolean(),
    active: p.boolean(),
  },
});
export type AttendanceTabRow = InferEntity<typeof AttendanceTabEntity>;

export const ActionEntity = defineEntity({
  name: 'Action',
  tableName: 'action',
  properties: {
    ...tenantKey,
    typeId: p.text(),
    statusId: p.text(),
    key: p.text(),
    description: p.text(),
    kind: p.enum(actionKinds),
    config: p.json<Record<string, unknown>>(),
    condition: p.json<Record<string, unknown>>().nullable(),
    active: p.boolean(),
  },
});
export type ActionRow = InferEntity<typeof ActionEntity>;

/** The secret that a hook's present one has replaced. */
export const HookPreviousSecretEntity = defineEntity({
  name: 'HookPreviousSecret',
  tableName: 'hook_previous_secret',
  properties: {
    operatorId: p.text().primary(),
    actionId: p.text().primary(),
    secret: p.text(),
    validUntil: p.datetime(3),
  },
});

export const FeatureEntity = defineEntity({
  name: 'Feature',
  tableName: 'feature',
  properties: {
    ...tenantKey,
    key: p.text(),
    name: p.text(),
    typeId: p.text().nullable(),
  },
});
export type FeatureRow = InferEntity<typeof FeatureEntity>;
