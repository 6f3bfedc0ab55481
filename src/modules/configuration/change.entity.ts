import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../../platform/database/tenant-key.js';

/** Who changed what in the configuration: rows are only ever added. */
export const ConfigurationChangeEntity = defineEntity({
  name: 'ConfigurationChange',
  tableName: 'configuration_change',
  properties: {
    ...tenantKey,
    actor: p.text(),
    at: p.datetime(3),
    element: p.text(),
    before: p.json<Record<string, unknown>>().nullable(),
    after: p.json<Record<string, unknown>>().nullable(),
  },
});
export type ConfigurationChange = InferEntity<typeof ConfigurationChangeEntity>;
