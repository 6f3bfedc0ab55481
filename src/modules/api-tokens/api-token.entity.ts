import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Scope } from '../../platform/auth/permissions.js';
import { tenantKey } from '../../platform/database/tenant-key.js';

/** What an integration authenticates by. Name and scopes never change: they are what was handed over. */
export const ApiTokenEntity = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    ...tenantKey,
    /** Of the text, which is kept nowhere. */
    digest: p.text(),
    name: p.text(),
    scopes: p.array().$type<Scope[]>(),
    /** Who made it, by the name that they had then. */
    createdBy: p.text(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    lastUsedAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
  },
});
export type ApiTokenRow = InferEntity<typeof ApiTokenEntity>;
