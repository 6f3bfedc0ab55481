import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/database.js';
import type { Bus } from '../../../platform/events/bus.js';
import type { Metrics } from '../../../platform/observability/metrics.js';
import { findOvertaken } from './find-overtaken.js';
import { type Batch, tellOvertaken } from './tell-overtaken.js';

export interface SweepParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly log: Logger;
  /**
   * By what time deadlines are judged: the database's, which is the same for all processes. One whose own clock goes wrong
   * tells nothing too early and nothing too late.
   */
  readonly present: () => Promise<Date>;
  /** Where it is counted how late events were, if anywhere. */
  readonly metrics?: Pick<Metrics, 'clockEventLateness'> | undefined;
}

/** So many events at the most hold up the log of an operator at once. */
const batchSize = 50;

/** Tells once, of all operators, what time has overtaken by now; answers how many events there were. */
export async function sweep(parts: SweepParts, stopping?: AbortSignal): Promise<number> {
  const now = await parts.present();
  let told = 0;
  for (const { operatorId, occurrenceIds } of await findOvertaken(parts.database, now)) {
    for (let from = 0; from < occurrenceIds.length && !stopping?.aborted; from += batchSize) {
      told += await tell(parts, { operatorId, occurrenceIds: occurrenceIds.slice(from, from + batchSize), now });
    }
  }
  return told;
}

/** One that cannot be told of does not keep the others from it. */
async function tell(parts: SweepParts, batch: Batch): Promise<number> {
  try {
    return await commit(parts, batch);
  } catch (error) {
    const [only, ...others] = batch.occurrenceIds;
    if (others.length > 0) {
      let told = 0;
      for (const id of batch.occurrenceIds) told += await tell(parts, { ...batch, occurrenceIds: [id] });
      return told;
    }
    parts.log.error({ err: error, occurrenceId: only }, 'how the clocks of an occurrence stand could not be told');
    return 0;
  }
}

async function commit({ database, bus, metrics }: SweepParts, batch: Batch): Promise<number> {
  const { operatorId } = batch;
  const told = await database.transaction({ operatorId }, (em) => tellOvertaken(em, batch));
  if (told.length > 0) bus.wake(operatorId);
  for (const { clock, lateMs } of told) metrics?.clockEventLateness.observe({ clock }, lateMs / 1_000);
  return told.length;
}
