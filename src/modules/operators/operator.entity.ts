import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { QuietHours } from './quiet-hours.js';

/** The tenant. `configurationVersion` rises with every change of its configuration and keys the cached catalogue. */
export const OperatorEntity = defineEntity({
  name: 'Operator',
  tableName: 'operator',
  properties: {
    id: p.text().primary(),
    slug: p.text(),
    name: p.text(),
    ansRegistry: p.text(),
    timeZone: p.text(),
    hidesAttendants: p.boolean(),
    /** Null: the product's own; see `attachmentLimitsOf`. */
    attachmentMaxBytes: p.integer().nullable(),
    attachmentContentTypes: p.array().$type<string[]>().nullable(),
    quietHours: p.json<QuietHours>().nullable(),
    /** Null: the usual ones; see `genericTermsOf`. */
    genericAnswerTerms: p.array().$type<string[]>().nullable(),
    /** How members reach it; null: its letters do not say. */
    contact: p.text().nullable(),
    /** How members reach its ombudsman, and what else it says of a re-analysis. */
    ombudsmanContact: p.text().nullable(),
    /** Null: the product's own; see `messageEditMinutesOf`. */
    messageEditMinutes: p.integer().nullable(),
    suspendedAt: p.datetime(3).nullable(),
    configurationVersion: p.integer(),
    createdAt: p.datetime(3),
  },
});
export type Operator = InferEntity<typeof OperatorEntity>;
