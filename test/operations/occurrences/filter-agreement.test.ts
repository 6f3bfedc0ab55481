import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filterConditions } from '../../../src/modules/occurrences/filter-sql.js';
import { type FixedFacets, matchesFilter, type ResolvedFilter } from '../../../src/modules/occurrences/filter-match.js';
import { OccurrenceEntity } from '../../../src/modules/occurrences/occurrence.entity.js';
import { allOf } from '../../../src/modules/occurrences/sql-condition.js';
import type { StreamFacets } from '../../../src/modules/occurrences/state.js';
import { type TestApp, startTestApp } from '../../kit/app.js';
import { Stored } from './stored.js';

/** The same numbers in every run (mulberry32). */
function seededRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!,
    some: <T>(values: readonly T[]): T[] => values.filter(() => next() < 0.4),
    chance: (share: number): boolean => next() < share,
  };
}

describe('a list and a stream', () => {
  let app: TestApp;
  let stored: Stored;
  let people: { attendants: string[]; members: string[] };
  let rows: { id: string; fixed: FixedFacets; facets: StreamFacets }[];
  const random = seededRandom(20261124);
  const minute = (value: number) => new Date(Date.UTC(2026, 10, 1, 12, value));
  const minutes = Array.from({ length: 12 }, (_, index) => minute(index));

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    people = {
      attendants: [await stored.attendant('carla'), await stored.attendant('davi')],
      members: [await stored.member('Ana'), await stored.member('Bruno')],
    };
    const keys = Object.keys(stored.configuration.statuses) as (keyof typeof stored.configuration.statuses)[];
    for (let index = 0; index < 40; index++) {
      await stored.occurrence({
        status: random.pick(keys),
        beneficiaryId: random.pick(people.members),
        requesterId: random.pick(people.members),
        attendantId: random.pick([null, ...people.attendants]),
        closedAt: random.pick([null, minute(30)]),
        createdAt: random.pick(minutes),
      });
    }
    rows = (await stored.write((em) => em.find(OccurrenceEntity, {}))).map((row) => ({
      id: row.id,
      fixed: {
        typeId: row.typeId,
        viewMode: row.typeId === stored.configuration.types.conversa ? 'CHAT' : 'REQUEST',
        beneficiaryId: row.beneficiaryId,
        requesterId: row.requesterId,
        createdAt: row.createdAt,
      },
      facets: {
        statusId: row.statusId,
        attendantId: row.attendantId ?? null,
        closed: row.closedAt !== null,
        shown: true,
        lastShownStatusId: null,
        slaState: null,
        regulatoryState: null,
      },
    }));
  });
  afterAll(() => app[Symbol.asyncDispose]());

  function randomFilter(): ResolvedFilter {
    const { types, statuses } = stored.configuration;
    const sometimes = <T>(value: T): T | undefined | null =>
      random.chance(0.3) ? value : random.pick([undefined, null]);
    return {
      typeIds: sometimes(random.some([...Object.values(types), 'oct_none'])),
      statusIds: sometimes(random.some([...Object.values(statuses), 'sta_none'])),
      viewModes: sometimes(random.some(['BASIC', 'REQUEST', 'CHAT'] as const)),
      attendantId: random.chance(0.1) ? random.pick([...people.attendants, 'att_none']) : null,
      unassigned: random.chance(0.2) ? random.chance(0.5) : null,
      mine: random.chance(0.3) ? random.chance(0.5) : null,
      callerAttendantId: random.pick([null, ...people.attendants]),
      beneficiaryId: random.chance(0.2) ? random.pick([...people.members, 'ben_none']) : null,
      open: random.chance(0.2) ? random.chance(0.5) : null,
      slaStates: random.chance(0.03) ? random.some(['MET', 'PAUSED'] as const) : null,
      regulatoryStates: random.chance(0.03) ? random.some(['MET', 'PAUSED'] as const) : null,
      createdFrom: random.chance(0.2) ? random.pick(minutes) : null,
      createdTo: random.chance(0.2) ? random.pick(minutes) : null,
    };
  }

  it('select the same by each of 500 random filters', async () => {
    const sizes = new Set<number>();
    await stored.write(async (em) => {
      for (let count = 0; count < 500; count++) {
        const filter = randomFilter();
        const { sql, params } = allOf(filterConditions(filter));
        const listed = await em.execute<{ id: string }[]>(`select o.id from occurrence o where ${sql} order by o.id`, [
          ...params,
        ]);
        const streamed = rows.filter(({ fixed, facets }) => matchesFilter(filter, fixed, facets));
        const ids = streamed.map(({ id }) => id).toSorted();
        expect(
          listed.map(({ id }) => id),
          JSON.stringify(filter),
        ).toEqual(ids);
        sizes.add(ids.length);
      }
    });
    // The filters tell something: none, all, and much in between.
    expect(sizes.has(0) && sizes.has(40) && sizes.size > 15).toBe(true);
  });
});
