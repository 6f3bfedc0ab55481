import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Role } from '../../platform/auth/roles.js';
import { tenantKey } from '../../platform/database/tenant-key.js';

/** Whoever is no beneficiary: attendants, supervisors, configurators, and integrations, by the subject of their token. */
export const StaffEntity = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    ...tenantKey,
    subject: p.text(),
    name: p.text(),
    roles: p.array().$type<Role[]>(),
    createdAt: p.datetime(3),
  },
});
export type Staff = InferEntity<typeof StaffEntity>;

export const BeneficiaryEntity = defineEntity({
  name: 'Beneficiary',
  tableName: 'beneficiary',
  properties: {
    ...tenantKey,
    subject: p.text().nullable(),
    membershipNumber: p.text().nullable(),
    name: p.text(),
    /** The name in lower case without accents. */
    searchName: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    holderId: p.text().nullable(),
    /** When the operator's systems told of them last: from then on the name is theirs to say. Null: tokens alone did. */
    registeredAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});
export type Beneficiary = InferEntity<typeof BeneficiaryEntity>;
