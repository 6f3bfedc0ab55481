import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database.js';
import type { Clock } from '../../shared/clock.js';

const writtenEveryMs = 60_000;
const remembered = 10_000;

/** When tokens were used last: written once a minute for each, by all processes together, and nobody waits for it. */
export class LastUse {
  readonly #parts: { readonly database: Database; readonly clock: Clock; readonly log: Logger };
  readonly #writtenAt = new Map<string, number>();
  readonly #writing = new Set<Promise<void>>();

  constructor(parts: { readonly database: Database; readonly clock: Clock; readonly log: Logger }) {
    this.#parts = parts;
  }

  note({ operatorId, id }: { readonly operatorId: string; readonly id: string }): void {
    const now = this.#parts.clock.now();
    const writtenAt = this.#writtenAt.get(id);
    if (writtenAt !== undefined && Math.abs(now.getTime() - writtenAt) < writtenEveryMs) return;
    if (this.#writtenAt.size >= remembered) this.#writtenAt.clear();
    this.#writtenAt.set(id, now.getTime());
    const writing = this.#write(operatorId, id, now).finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Once all that was noted is written, or has failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing);
  }

  async #write(operatorId: string, id: string, now: Date): Promise<void> {
    const { database, log } = this.#parts;
    const before = new Date(now.getTime() - writtenEveryMs);
    try {
      await database.transaction({ operatorId }, (em) =>
        em.execute(
          `update api_token set last_used_at = ?
            where operator_id = ? and id = ? and (last_used_at is null or last_used_at <= ?)`,
          [now, operatorId, id, before],
        ),
      );
    } catch (error) {
      log.warn({ err: error, apiToken: id }, 'the last use of an API token is not written');
    }
  }
}
