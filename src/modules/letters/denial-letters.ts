import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../../platform/database/database.js';
import { OccurrenceEntity } from '../occurrences/index.js';
import { type DenialLetter, DenialLetterEntity } from './denial-letter.entity.js';
import { letterContentType } from './letter.js';
import { Press } from './press.js';

export interface LetterFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** An occurrence as it was by one of its events. */
export interface Moment {
  readonly operatorId: string;
  readonly occurrenceId: string;
  readonly version: number;
}

/** Letters of denials as files: the same in every process, since they are made of what was kept. */
export class DenialLetters {
  readonly #press = new Press();

  constructor(private readonly database: Database) {}

  /** null where the operator has none of that id. */
  open(operatorId: string, id: string): Promise<LetterFile | null> {
    return this.#file(operatorId, (em) => em.findOne(DenialLetterEntity, { operatorId, id }));
  }

  /** Of the denial that this moment is, else of the one that stands; null where there is none. */
  at({ operatorId, occurrenceId, version }: Moment): Promise<LetterFile | null> {
    return this.#file(operatorId, async (em) => {
      const latest = await em.findOne(
        DenialLetterEntity,
        { operatorId, occurrenceId, version: { $lte: version } },
        { orderBy: { version: 'desc' } },
      );
      if (!latest || latest.version === version) return latest;
      const { denialReason } = await em.findOneOrFail(OccurrenceEntity, { operatorId, id: occurrenceId });
      return denialReason === null ? null : latest;
    });
  }

  async #file(operatorId: string, find: (em: EntityManager) => Promise<DenialLetter | null>) {
    const letter = await this.database.transaction({ operatorId }, find);
    return (
      letter && { fileName: letter.fileName, contentType: letterContentType, content: await this.#press.print(letter) }
    );
  }
}
