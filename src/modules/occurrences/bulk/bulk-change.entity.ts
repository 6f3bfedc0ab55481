import { defineEntity, p } from '@mikro-orm/core';

/** How far a change of many occurrences is. Its id is the caller's own choice, so the subject is part of the key. */
export const BulkChangeEntity = defineEntity({
  name: 'BulkChange',
  tableName: 'bulk_change',
  properties: {
    operatorId: p.text().primary(),
    subject: p.text().primary(),
    id: p.text().primary(),
    total: p.integer(),
    changed: p.integer(),
    refused: p.integer(),
    startedAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
  },
});
