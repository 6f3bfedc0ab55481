import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { PlainRow } from '../../platform/database/plain-row.js';
import { tenantKey } from '../../platform/database/tenant-key.js';

export const protocolNumberings = ['ANS', 'SEQUENTIAL'] as const;
export type ProtocolNumbering = (typeof protocolNumberings)[number];

/** When a running number begins at one again. */
export const protocolResets = ['NEVER', 'YEARLY', 'MONTHLY', 'DAILY'] as const;
export type ProtocolReset = (typeof protocolResets)[number];

export const ProtocolTypeEntity = defineEntity({
  name: 'ProtocolType',
  tableName: 'protocol_type',
  properties: {
    ...tenantKey,
    key: p.text(),
    name: p.text(),
    numbering: p.enum(protocolNumberings),
    prefix: p.text().nullable(),
    pattern: p.text().nullable(),
    reset: p.enum(protocolResets).nullable(),
    active: p.boolean(),
  },
});
export type ProtocolTypeRow = InferEntity<typeof ProtocolTypeEntity>;
export type ProtocolType = PlainRow<ProtocolTypeRow>;

/** A number that was issued, or given along by a system: text, whatever its shape. */
export const ProtocolEntity = defineEntity({
  name: 'Protocol',
  tableName: 'protocol',
  properties: {
    operatorId: p.text().primary(),
    number: p.text().primary(),
    /** null: a system brought it along. */
    protocolTypeId: p.text().nullable(),
    issuedAt: p.datetime(3),
  },
});
export type Protocol = InferEntity<typeof ProtocolEntity>;

export const protocolOrigins = ['ISSUED', 'EXTERNAL'] as const;
export type ProtocolOrigin = (typeof protocolOrigins)[number];

export const originOf = ({ protocolTypeId }: Pick<Protocol, 'protocolTypeId'>): ProtocolOrigin =>
  protocolTypeId === null ? 'EXTERNAL' : 'ISSUED';
