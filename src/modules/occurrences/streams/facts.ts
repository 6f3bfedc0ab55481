import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredEvent } from '../../../platform/events/index.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { ViewMode } from '../../workflow/index.js';
import type { FixedFacets } from '../filter-match.js';

/** What a stream asks of an event beside what is stored with it. */
export interface EventFacts extends FixedFacets {
  /** Whose dependant the beneficiary was when the event was first read here. */
  readonly holderId: string | null;
}

/** Read once for all subscribers, and let go with the event. */
export class EventFactsOf implements Disposable {
  #known = new WeakMap<StoredEvent, Promise<EventFacts>>();

  /** In the order of the events. */
  async of(events: readonly StoredEvent[], open: () => RequestContext): Promise<EventFacts[]> {
    const unknown = events.filter((event) => !this.#known.has(event));
    if (unknown.length > 0) {
      const loading = load(unknown, open);
      for (const event of unknown) {
        const facts = loading.then((found) => found.get(event.occurrenceId)!);
        this.#known.set(event, facts);
        facts.catch(() => this.#known.delete(event));
      }
    }
    return Promise.all(events.map((event) => this.#known.get(event)!));
  }

  [Symbol.dispose](): void {
    this.#known = new WeakMap();
  }
}

async function load(events: readonly StoredEvent[], open: () => RequestContext): Promise<Map<string, EventFacts>> {
  await using context = open();
  const ids = [...new Set(events.map((event) => event.occurrenceId))];
  return await loadFacts(await context.read(), context.caller.operatorId, ids);
}

interface Row {
  readonly id: string;
  readonly type_id: string;
  readonly view_mode: ViewMode;
  readonly beneficiary_id: string;
  readonly requester_id: string;
  readonly holder_id: string | null;
  readonly created_at: string;
}

async function loadFacts(em: EntityManager, operatorId: string, ids: string[]): Promise<Map<string, EventFacts>> {
  const rows = await em.execute<Row[]>(
    `select o.id, o.type_id, t.view_mode, o.beneficiary_id, o.requester_id, b.holder_id, o.created_at
       from occurrence o
       join occurrence_type t on t.operator_id = o.operator_id and t.id = o.type_id
       join beneficiary b on b.operator_id = o.operator_id and b.id = o.beneficiary_id
      where o.operator_id = ? and o.id in (${ids.map(() => '?').join(', ')})`,
    [operatorId, ...ids],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        typeId: row.type_id,
        viewMode: row.view_mode,
        beneficiaryId: row.beneficiary_id,
        requesterId: row.requester_id,
        holderId: row.holder_id,
        createdAt: new Date(row.created_at),
      },
    ]),
  );
}
