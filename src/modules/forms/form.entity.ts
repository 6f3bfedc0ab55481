import { defineEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../../platform/database/tenant-key.js';

/** A form by its newest version; what each version asked is in `form_version`. */
export const FormEntity = defineEntity({
  name: 'Form',
  tableName: 'form',
  properties: {
    ...tenantKey,
    key: p.text(),
    name: p.text(),
    version: p.integer(),
    active: p.boolean(),
  },
});

export const FormVersionEntity = defineEntity({
  name: 'FormVersion',
  tableName: 'form_version',
  properties: {
    operatorId: p.text().primary(),
    formId: p.text().primary(),
    version: p.integer().primary(),
    name: p.text(),
    schema: p.json<Record<string, unknown>>(),
    uiSchema: p.json<Record<string, unknown>>().nullable(),
    createdAt: p.datetime(3),
  },
});
