import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../../platform/database/tenant-key.js';
import type { Letter } from './letter.js';

/** The letter of one denial: written with it, in its final words, and never changed. */
export const DenialLetterEntity = defineEntity({
  name: 'DenialLetter',
  tableName: 'denial_letter',
  properties: {
    ...tenantKey,
    occurrenceId: p.text(),
    /** The occurrence's, once it was denied. */
    version: p.integer(),
    deniedAt: p.datetime(3),
    fileName: p.text(),
    letter: p.json<Letter>(),
  },
});
export type DenialLetter = InferEntity<typeof DenialLetterEntity>;
