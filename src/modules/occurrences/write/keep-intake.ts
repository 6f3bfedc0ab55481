import type { EntityManager } from '@mikro-orm/postgresql';
import type { OccurrenceType } from '../../workflow/index.js';
import type { Actor } from '../actor.js';
import { intakeTabOf } from '../decide.js';
import { type OccurrenceRow, TabEntryEntity } from '../occurrence.entity.js';
import { attach } from './attach.js';
import { authorOf } from './author.js';
import type { Intake } from './intake.js';

export interface KeptIntake {
  readonly intake: Intake;
  readonly occurrence: OccurrenceRow;
  readonly type: OccurrenceType;
  /** null: no tab has the same form. */
  readonly entryId: string | null;
  readonly actor: Actor;
  readonly now: Date;
}

/** What hangs on an occurrence by its intake: the files that it names, and the first entry of the tab of the same form. */
export function keepIntake(em: EntityManager, { intake, occurrence, type, entryId, actor, now }: KeptIntake): void {
  const { operatorId, id: occurrenceId } = occurrence;
  for (const file of intake.uploads) {
    attach(em, { ...file, occurrenceId, visibleToBeneficiary: true, actor, now });
  }
  const tab = intakeTabOf(type);
  if (!tab || entryId === null) return;
  em.create(TabEntryEntity, {
    operatorId,
    id: entryId,
    occurrenceId,
    tabId: tab.id,
    formId: intake.form.formId,
    formVersion: intake.form.version,
    data: intake.data,
    ...authorOf(actor),
    createdAt: now,
    updatedAt: now,
  });
}
