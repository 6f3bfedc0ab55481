import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A host that an operator's hooks have failed at. */
export const HookTargetEntity = defineEntity({
  name: 'HookTarget',
  tableName: 'hook_target',
  properties: {
    operatorId: p.text().primary(),
    host: p.text().primary(),
    /** One after the other, without a success between. */
    failures: p.integer(),
    failingSince: p.datetime(3).nullable(),
    lastOutcome: p.text(),
    /** How many pauses have followed each other. */
    pauses: p.integer(),
    pausedSince: p.datetime(3).nullable(),
    /** When the next attempt is made; null: it is not paused. */
    pausedUntil: p.datetime(3).nullable(),
  },
});
export type HookTarget = InferEntity<typeof HookTargetEntity>;
