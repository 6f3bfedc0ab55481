import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { encodePosition, positionOf, readEvents, type StoredEvent } from '../../src/platform/events/index.js';
import { newId } from '../../src/shared/ids.js';
import { withClient } from '../kit/database.js';
import type { TestStream } from '../kit/stream.js';
import { type Live, startLive } from './live.js';
import type { LogWriter } from './rows.js';

const fields = `kind cursor occurrenceId occurrence { id version status { key } } event { id version __typename }`;
const queue = `subscription ($filter: OccurrenceFilter, $after: String) {
  update: queueUpdates(filter: $filter, after: $after) { ${fields} } }`;
const one = `subscription ($id: ID!, $after: String) { update: occurrenceUpdates(occurrenceId: $id, after: $after) { ${fields} } }`;
const mine = `subscription ($after: String) { update: myOccurrenceUpdates(after: $after) { ${fields} } }`;

interface Update {
  readonly kind: string;
  readonly cursor: string;
  readonly occurrenceId: string | null;
  readonly occurrence: { id: string; version: number; status: { key: string } } | null;
  readonly event: { id: string; version: number; __typename: string } | null;
}
type Updates = TestStream<{ update: Update }>;

const patience = { timeout: 10_000 };

let live: Live;
let alfa: LogWriter;
const opened: AsyncDisposable[] = [];

beforeAll(async () => {
  live = await startLive();
  alfa = live.writers.alfa;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((stream) => stream[Symbol.asyncDispose]()));
  await vi.waitFor(async () => {
    const left = await live.open();
    if (left.some((count) => count > 0)) throw new Error(`left of sockets, subscriptions, tails: ${left.join(', ')}`);
  }, patience);
});
afterAll(() => live[Symbol.asyncDispose]());

const follow = async (...args: Parameters<Live['stream']>): Promise<Updates> => {
  const stream = await live.stream<{ update: Update }>(...args);
  opened.push(stream);
  return stream;
};
const next = async (stream: Updates): Promise<Update> => (await stream.next()).update;
const ready = async (stream: Updates): Promise<string> => {
  const update = await next(stream);
  expect(update).toMatchObject({ kind: 'READY', occurrenceId: null, occurrence: null, event: null });
  return update.cursor;
};
const write = async (...writing: (() => Promise<StoredEvent>)[]): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (const one of writing) events.push(await one());
  live.wake();
  return events;
};
/** How many subscribers of alfa wait for something to happen. */
const waiting = (): number => {
  using tail = live.tails.lease(alfa.operatorId);
  return tail.value.waiting;
};
const cursorOf = (event: StoredEvent) => encodePosition(positionOf(event));
const told = ({ kind, event, occurrence }: Update) => [kind, event?.id ?? null, occurrence?.status.key ?? null];
const logOf = async ({ operatorId }: LogWriter, after = 0): Promise<StoredEvent[]> => {
  const reading = await live.test.database.read({ operatorId });
  const events = await readEvents(reading.em, operatorId, after, 100_000);
  await reading.close();
  return events;
};
const refusal = async (...args: Parameters<Live['stream']>): Promise<string> => {
  const stream = await follow(...args);
  const error = (await stream.next().catch((thrown: Error) => thrown)) as Error;
  return JSON.parse(error.message)[0].extensions.code;
};

describe('a stream', () => {
  it('says first where the log stands, and then each event with the cursor to go on from', async () => {
    const [created] = await write(() => alfa.open());
    const stream = await follow('attendant', queue);
    expect(await ready(stream)).toBe(cursorOf(created!));
    const [moved, noted] = await write(
      () => alfa.move(created!.occurrenceId, 'em_analise'),
      () => alfa.remark(created!.occurrenceId),
    );
    expect(await next(stream)).toEqual({
      kind: 'UPDATED',
      cursor: cursorOf(moved!),
      occurrenceId: created!.occurrenceId,
      occurrence: { id: created!.occurrenceId, version: 3, status: { key: 'em_analise' } },
      event: { id: moved!.id, version: 2, __typename: 'OccurrenceStatusChanged' },
    });
    expect(await next(stream)).toMatchObject({ cursor: cursorOf(noted!), event: { version: 3 } });
  });

  it('of an operator whose log is empty begins before its first event', async () => {
    const fresh = await startLive();
    opened.push(fresh);
    const stream = await fresh.stream('attendant', queue);
    opened.unshift(stream);
    const { cursor } = await next(stream);
    expect(cursor).toBe(encodePosition({ sequence: 0, eventId: null }));
    const created = await fresh.writers.alfa.open();
    fresh.wake();
    expect(told(await next(stream))).toEqual(['ENTERED', created.id, 'solicitado']);
    const again = await fresh.stream('attendant', queue, { after: cursor });
    opened.unshift(again);
    expect(await ready(again)).toBe(cursor);
    expect(told(await next(again))).toEqual(['ENTERED', created.id, 'solicitado']);
  });

  it('tells all its subscribers the same, each from where it began', async () => {
    const [created] = await write(() => alfa.open());
    const early = await follow('attendant', queue);
    await ready(early);
    const [first] = await write(() => alfa.move(created!.occurrenceId, 'em_analise'));
    const late = await follow('supervisor', queue);
    await ready(late);
    const [second] = await write(() => alfa.move(created!.occurrenceId, 'solicitado'));
    expect(told(await next(early))[1]).toBe(first!.id);
    expect(await next(early)).toEqual(await next(late));
    expect(second!.sequence).toBe(first!.sequence + 1);
  });

  it('tells what enters, changes in and leaves what its filter selects, and nothing else', async () => {
    const stream = await follow('attendant', queue, { filter: { statusKeys: ['em_analise'], open: true } });
    await ready(stream);
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    const [entered, updated, left, back] = await write(
      () => alfa.move(occurrenceId, 'em_analise'),
      () => alfa.remark(occurrenceId),
      () => alfa.move(occurrenceId, 'fechado'),
      () => alfa.move(occurrenceId, 'em_analise'),
    );
    const kinds = [await next(stream), await next(stream), await next(stream), await next(stream)];
    expect(kinds.map(({ kind, event }) => [kind, event?.id])).toEqual([
      ['ENTERED', entered!.id],
      ['UPDATED', updated!.id],
      ['LEFT', left!.id],
      ['ENTERED', back!.id],
    ]);
  });

  it('knows who is asking by `mine`', async () => {
    const probe = await follow('attendant', queue);
    await ready(probe);
    const staff = await withClient(live.test.ownerUrl, (client) =>
      client.query<{ id: string }>(`select id from staff where operator_id = $1 and subject = 'attendant.alfa'`, [
        alfa.operatorId,
      ]),
    );
    const [created] = await write(() => alfa.open());
    const stream = await follow('attendant', queue, { filter: { mine: true } });
    await ready(stream);
    const [, taken] = await write(
      () => alfa.move(created!.occurrenceId, 'em_analise'),
      () => alfa.move(created!.occurrenceId, 'em_analise', staff.rows[0]!.id),
    );
    expect((await next(stream)).event?.id).toBe(taken!.id);
  });

  it('goes on after its connections to the database were cut, and misses nothing', async () => {
    const [created] = await write(() => alfa.open());
    const stream = await follow('attendant', queue);
    await ready(stream);
    const writing = async () => {
      for (let i = 0; i < 10; i++) {
        await write(() => alfa.remark(created!.occurrenceId)).catch(() => undefined);
        await withClient(live.test.ownerUrl, (client) =>
          client.query(`select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()`),
        );
      }
      await write(() => alfa.remark(created!.occurrenceId)).catch(() => undefined);
      return write(() => alfa.remark(created!.occurrenceId));
    };
    const [last] = await writing();
    const log = (await logOf(alfa, created!.sequence)).map(({ id }) => id);
    const heard: string[] = [];
    while (heard.at(-1) !== last!.id) heard.push((await next(stream)).event!.id);
    expect(heard).toEqual(log);
  });
});

describe('equal subscribers', () => {
  const asked = `subscription ($id: ID!) { update: occurrenceUpdates(occurrenceId: $id) {
    kind occurrence { version description status { internalDescription externalDescription } } } }`;

  it('are told by one execution, and those who may see less by another', async () => {
    const [created] = await write(() => alfa.open());
    const id = created!.occurrenceId;
    const staff = await Promise.all(Array.from({ length: 10 }, () => follow('attendant', asked, { id })));
    const member = await follow('beneficiary', asked, { id }, { subject: 'ana' });
    await Promise.all([...staff, member].map(next));
    await vi.waitFor(() => expect(waiting()).toBe(11), patience);
    live.statements.length = 0;
    await write(() => alfa.move(id, 'em_analise'));
    const told = await Promise.all([...staff, member].map(next));
    const internal = told.map(({ occurrence }) => (occurrence as any).status.internalDescription);
    expect(internal).toEqual([...staff.map(() => 'em_analise'), null]);
    const read = live.statements.filter((sql) => /select "?o"?\..* from "occurrence"/.test(sql));
    expect(read).toHaveLength(2);
  });
});

describe('a cursor', () => {
  it('joins what happened since to what comes live: cut and resumed 100 times under writers, nothing is missed or told twice', async () => {
    const other = await startLive({ beside: live, ringSize: 5, pollMs: 10 });
    opened.push(other);
    const created = await alfa.open();
    const start = cursorOf(created);
    const occurrences = [created.occurrenceId, (await alfa.open()).occurrenceId, (await alfa.open()).occurrenceId];
    const writes: Promise<unknown>[] = [];
    const heard: string[] = [];
    let cursor = start;
    for (let cut = 0; cut < 100; cut++) {
      // While it connects, resumes and reads, three are writing.
      writes.push(...occurrences.map((id) => write(() => alfa.remark(id))));
      const process = cut % 2 === 0 ? live : other;
      await using stream = await process.stream<{ update: Update }>('attendant', queue, { after: cursor });
      expect(await ready(stream)).toBe(cursor);
      for (let i = 0; i <= cut % 4; i++) {
        const update = await next(stream);
        heard.push(update.event!.id);
        cursor = update.cursor;
      }
    }
    await Promise.all(writes);
    const last = (await write(() => alfa.remark(created.occurrenceId)))[0]!;
    await using stream = await live.stream<{ update: Update }>('attendant', queue, { after: cursor });
    await ready(stream);
    while (heard.at(-1) !== last.id) heard.push((await next(stream)).event!.id);
    expect(heard).toEqual((await logOf(alfa, created.sequence)).map(({ id }) => id));
  }, 60_000);

  it('is good for every stream, whatever it was got from', async () => {
    const [created] = await write(() => alfa.open());
    const [moved] = await write(() => alfa.move(created!.occurrenceId, 'em_analise'));
    const after = cursorOf(created!);
    for (const [role, query, variables] of [
      ['attendant', queue, { filter: { statusKeys: ['em_analise'] } }],
      ['attendant', one, { id: created!.occurrenceId }],
      ['beneficiary', mine, {}],
    ] as const) {
      const stream = await follow(
        role,
        query,
        { ...variables, after },
        role === 'beneficiary' ? { subject: 'ana' } : {},
      );
      expect(await ready(stream)).toBe(after);
      expect((await next(stream)).event?.id).toBe(moved!.id);
    }
  });

  it.each([
    ['of another log', () => cursorOf({ sequence: 1, id: newId('event', live.clock.now()) } as StoredEvent)],
    ['ahead of the log', () => cursorOf({ sequence: 1e6, id: newId('event', live.clock.now()) } as StoredEvent)],
    ['of another operator', async () => cursorOf(await live.writers.beta.open())],
  ])('%s leads to GAP, from where the stream goes on live', async (_, cursor) => {
    const [created] = await write(() => alfa.open());
    const after = await cursor();
    const stream = await follow('attendant', queue, { after });
    expect(await ready(stream)).toBe(after);
    expect(await next(stream)).toEqual({
      kind: 'GAP',
      cursor: cursorOf(created!),
      occurrenceId: null,
      occurrence: null,
      event: null,
    });
    const [moved] = await write(() => alfa.move(created!.occurrenceId, 'em_analise'));
    expect((await next(stream)).event?.id).toBe(moved!.id);
  });

  it.each(['', 'x', 'bG9nOjE6', 'log:1:', 'bG9nOi0xOmV2dF8', '0', 'ã'])(
    'that is malformed is BAD_USER_INPUT: "%s"',
    async (after) => {
      expect(await refusal('attendant', queue, { after })).toBe('BAD_USER_INPUT');
      expect(await refusal('beneficiary', mine, { after })).toBe('BAD_USER_INPUT');
    },
  );
});

describe('what a stream may be asked', () => {
  it('is told by permissions, filters and sight', async () => {
    const [hidden, theirs] = await write(
      () => alfa.open('auditoria'),
      () => alfa.open(),
    );
    const foreign = await live.writers.beta.open();
    expect(await refusal('beneficiary', queue)).toBe('FORBIDDEN');
    expect(await refusal('integration', queue)).toBe('FORBIDDEN');
    expect(await refusal('attendant', mine)).toBe('FORBIDDEN');
    expect(await refusal('attendant', queue, { filter: { search: 'consulta' } })).toBe('BAD_USER_INPUT');
    expect(await refusal('attendant', one, { id: foreign.occurrenceId })).toBe('NOT_FOUND');
    expect(await refusal('attendant', one, { id: 'occ_nothing' })).toBe('NOT_FOUND');
    expect(await refusal('attendant', one, { id: newId('occurrence', live.clock.now()) })).toBe('NOT_FOUND');
    expect(await refusal('beneficiary', one, { id: hidden!.occurrenceId }, { subject: 'ana' })).toBe('NOT_FOUND');
    expect(await refusal('beneficiary', one, { id: theirs!.occurrenceId }, { subject: 'bruno' })).toBe('NOT_FOUND');
    const activity = `subscription { occurrenceActivity(occurrenceId: "x") { viewers } }`;
    expect(await refusal('attendant', activity)).toBe('NOT_AVAILABLE');
  });

  it('names of a filter that exist with another operator, or not at all, select nothing', async () => {
    const { beta } = live.writers;
    const filters = [
      { typeIds: [beta.typeId] },
      { statusIds: [beta.statuses.solicitado] },
      { typeKeys: ['nothing'] },
      { beneficiaryId: beta.beneficiaryId },
      { statusKeys: [] },
    ];
    const streams = await Promise.all(filters.map((filter) => follow('attendant', queue, { filter })));
    const all = await follow('attendant', queue, { filter: { typeIds: [alfa.typeId], viewModes: ['REQUEST'] } });
    await Promise.all([...streams, all].map(ready));
    const [created] = await write(() => alfa.open());
    expect((await next(all)).event?.id).toBe(created!.id);
    const silent = Promise.race(streams.map((stream) => next(stream)));
    const [moved] = await write(() => alfa.move(created!.occurrenceId, 'em_analise'));
    expect(await Promise.race([silent, next(all)])).toMatchObject({ event: { id: moved!.id } });
    silent.catch(() => undefined);
  });
});

describe('a member', () => {
  const ana = { subject: 'ana' };

  it('is told what they may see of their own, that it has left when it is hidden, and that it is back', async () => {
    const stream = await follow('beneficiary', mine, {}, ana);
    await ready(stream);
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    expect(told(await next(stream))).toEqual(['ENTERED', created!.id, 'solicitado']);
    const [, hiding] = await write(
      () => alfa.remark(occurrenceId),
      () => alfa.move(occurrenceId, 'auditoria'),
    );
    const cursor = cursorOf(hiding!);
    expect(await next(stream)).toEqual({ kind: 'LEFT', cursor, occurrenceId, occurrence: null, event: null });
    const [, showing] = await write(
      () => alfa.remark(occurrenceId),
      () => alfa.move(occurrenceId, 'em_analise'),
    );
    expect(told(await next(stream))).toEqual(['ENTERED', showing!.id, 'em_analise']);
  });

  it('who resumes is not shown what is hidden by now', async () => {
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    const [moved] = await write(() => alfa.move(occurrenceId, 'em_analise'));
    const [hiding] = await write(() => alfa.move(occurrenceId, 'auditoria'));
    const stream = await follow('beneficiary', mine, { after: cursorOf(created!) }, ana);
    await ready(stream);
    for (const event of [moved!, hiding!]) {
      const cursor = cursorOf(event);
      expect(await next(stream)).toEqual({ kind: 'LEFT', cursor, occurrenceId, occurrence: null, event: null });
    }
  });

  it('who follows one occurrence is told likewise', async () => {
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    const stream = await follow('beneficiary', one, { id: occurrenceId }, ana);
    await ready(stream);
    const [, moved] = await write(
      () => alfa.open(),
      () => alfa.move(occurrenceId, 'em_analise'),
    );
    expect(told(await next(stream))).toEqual(['UPDATED', moved!.id, 'em_analise']);
    await write(() => alfa.move(occurrenceId, 'auditoria'));
    expect(told(await next(stream))).toEqual(['LEFT', null, null]);
    const [back] = await write(() => alfa.move(occurrenceId, 'solicitado'));
    expect(told(await next(stream))).toEqual(['ENTERED', back!.id, 'solicitado']);
  });

  it('who holds others is told of theirs, also of one who became a dependant meanwhile; a stranger is told nothing', async () => {
    const child = newId('beneficiary', live.clock.now());
    await withClient(live.test.ownerUrl, (client) =>
      client.query(
        `insert into beneficiary (operator_id, id, name, search_name, created_at) values ($1, $2, 'Caio', 'caio', now())`,
        [alfa.operatorId, child],
      ),
    );
    const holder = await follow('beneficiary', mine, {}, ana);
    const stranger = await follow('beneficiary', mine, {}, { subject: 'bruno' });
    await Promise.all([ready(holder), ready(stranger)]);
    const [, before] = await write(
      () => alfa.open('solicitado', child),
      () => alfa.open(),
    );
    expect((await next(holder)).event?.id).toBe(before!.id);
    await withClient(live.test.ownerUrl, (client) =>
      client.query('update beneficiary set holder_id = $1 where id = $2', [alfa.beneficiaryId, child]),
    );
    const [seen] = await write(() => alfa.open('solicitado', child));
    expect((await next(holder)).event?.id).toBe(seen!.id);
    const silent = next(stranger);
    const [own] = await write(() => alfa.open());
    expect(await Promise.race([silent, next(holder)])).toMatchObject({ event: { id: own!.id } });
    silent.catch(() => undefined);
  });
});

describe('the inbox of a member', () => {
  const inbox = 'subscription { message: inboxUpdates { title occurrence { id } } }';

  it('tells what lands from now on, once, to its member alone', async () => {
    const [created] = await write(() => alfa.open());
    const { occurrenceId } = created!;
    await write(() => alfa.landWith(occurrenceId, 'before'));
    const [own, strange] = await Promise.all([
      live.stream('beneficiary', inbox, {}, { subject: 'ana' }),
      live.stream('beneficiary', inbox, {}, { subject: 'bruno' }),
    ]);
    opened.push(own, strange);
    const silent = strange.next();
    silent.catch(() => undefined);
    await vi.waitFor(async () => expect((await live.open())[1]).toBe(2), patience);
    const first = own.next();
    await vi.waitFor(() => expect(waiting()).toBe(2), patience);
    await write(() => alfa.landWith(occurrenceId, 'one'));
    expect(await first).toEqual({ message: { title: 'one', occurrence: { id: occurrenceId } } });
    await write(
      () => alfa.remark(occurrenceId),
      () => alfa.landWith(occurrenceId, 'two'),
    );
    expect(await own.next()).toEqual({ message: { title: 'two', occurrence: { id: occurrenceId } } });
    await write(() => alfa.landWith(occurrenceId, 'three'));
    expect(await Promise.race([silent, own.next()])).toMatchObject({ message: { title: 'three' } });
  });

  it('is not for staff', async () => {
    expect(await refusal('attendant', inbox)).toBe('FORBIDDEN');
  });
});

describe('operators', () => {
  it('who write at once never hear of each other', async () => {
    const { beta } = live.writers;
    const streams = {
      alfa: await follow('attendant', queue),
      beta: await follow('attendant', queue, {}, { operator: 'beta' }),
    };
    const from = { alfa: (await logOf(alfa)).length, beta: (await logOf(beta)).length };
    await Promise.all([ready(streams.alfa), ready(streams.beta)]);
    const writing = async (writer: LogWriter, operator: 'alfa' | 'beta') => {
      const { occurrenceId } = await writer.open();
      for (let i = 0; i < 20; i++) {
        await writer.remark(occurrenceId);
        live.wake(operator);
      }
    };
    await Promise.all([writing(alfa, 'alfa'), writing(beta, 'beta')]);
    for (const [operator, writer] of [
      ['alfa', alfa],
      ['beta', beta],
    ] as const) {
      const heard: string[] = [];
      for (let i = 0; i < 21; i++) heard.push((await next(streams[operator])).event!.id);
      expect(heard).toEqual((await logOf(writer, from[operator])).map(({ id }) => id));
    }
  });
});

describe('two processes on one database', () => {
  it('have complete streams, though only the slow poll tells the one what the other wrote', async () => {
    const other = await startLive({ beside: live });
    const stream = await other.stream<{ update: Update }>('attendant', queue);
    opened.push({
      [Symbol.asyncDispose]: () => stream[Symbol.asyncDispose]().then(() => other[Symbol.asyncDispose]()),
    });
    await ready(stream);
    const { occurrenceId, sequence } = await alfa.open();
    for (let i = 0; i < 10; i++) await write(() => alfa.remark(occurrenceId));
    const heard: string[] = [];
    for (let i = 0; i < 11; i++) heard.push((await next(stream)).event!.id);
    expect(heard).toEqual((await logOf(alfa, sequence - 1)).map(({ id }) => id));
  });
});

describe('the counters of a queue', () => {
  const counters = `subscription ($filter: OccurrenceFilter) {
    counters: queueCounters(filter: $filter) { total unassigned byStatus { status { key } count } } }`;
  const count = (stream: TestStream<any>, key: string): Promise<number> =>
    stream
      .next()
      .then(({ counters: { byStatus } }) => byStatus.find((each: any) => each.status.key === key)?.count ?? 0);

  it('are told now, and after every change of them, but not where nothing changed', async () => {
    const [created] = await write(() => alfa.open('auditoria'));
    const stream = await live.stream('attendant', counters, { filter: { statusKeys: ['auditoria', 'em_analise'] } });
    opened.push(stream);
    const before = await count(stream, 'auditoria');
    await write(() => alfa.remark(created!.occurrenceId));
    await write(() => alfa.move(created!.occurrenceId, 'em_analise'));
    expect(await count(stream, 'auditoria')).toBe(before - 1);
    await write(() => alfa.move(created!.occurrenceId, 'auditoria'));
    expect(await count(stream, 'auditoria')).toBe(before);
  });

  it('are counted once for all who follow the same, and once for all that happens together', async () => {
    const streams = await Promise.all(
      Array.from({ length: 5 }, () => live.stream<any>('attendant', counters, { filter: { open: true } })),
    );
    opened.push(...streams);
    const [{ counters: first }] = await Promise.all(streams.map((stream) => stream.next()));
    live.statements.length = 0;
    await write(...Array.from({ length: 10 }, () => () => alfa.open()));
    const last = await Promise.all(
      streams.map((stream) => stream.until(({ counters: { total } }) => total === first.total + 10)),
    );
    expect(last.map((each) => each.counters.unassigned)).toEqual(streams.map(() => first.unassigned + 10));
    const counted = live.statements.filter((sql) => sql.includes('count(*)')).length;
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(3);
  });

  it('are refused with a search', async () => {
    expect(await refusal('attendant', counters, { filter: { search: 'x' } })).toBe('BAD_USER_INPUT');
    expect(await refusal('beneficiary', counters)).toBe('FORBIDDEN');
  });
});

describe('the permissions of a stream are those of now', () => {
  it('a token that expires ends it, and nothing of what happens then is told', async () => {
    const short = await live.client('attendant', { expiresInSeconds: 60 });
    const client = short.streams();
    const closed = new Promise<{ code: number }>((resolve) =>
      client.on('closed', (event) => resolve(event as { code: number })),
    );
    const heard: unknown[] = [];
    const ended = new Promise((resolve) =>
      client.subscribe(
        { query: queue },
        { next: (value) => heard.push(value), error: resolve, complete: () => resolve(null) },
      ),
    );
    await vi.waitFor(() => expect(heard).toHaveLength(1), patience);
    live.clock.advance(60_000);
    await write(() => alfa.open());
    expect((await closed).code).toBe(4403);
    await ended;
    expect(heard).toHaveLength(1);
  });

  it('the suspension of an operator ends its streams at the next event', async () => {
    const fresh = await startLive();
    opened.push(fresh);
    const client = (await fresh.client('attendant')).streams();
    const closed = new Promise<{ code: number }>((resolve) =>
      client.on('closed', (event) => resolve(event as { code: number })),
    );
    const heard: unknown[] = [];
    client.subscribe({ query: queue }, { next: (value) => heard.push(value), error: () => {}, complete: () => {} });
    await vi.waitFor(() => expect(heard).toHaveLength(1), patience);
    await withClient(fresh.test.ownerUrl, (owner) =>
      owner.query(`update operator set suspended_at = now() where slug = 'alfa'`),
    );
    fresh.clock.advance(1_000);
    await fresh.writers.alfa.open();
    fresh.wake();
    expect((await closed).code).toBe(4403);
    expect(heard).toHaveLength(1);
  });
});
