import { describe, expect, it, vi } from 'vitest';
import { encodePosition } from '../../src/platform/events/index.js';
import { newId } from '../../src/shared/ids.js';
import { withClient } from '../kit/database.js';
import { queue, one, mine, type Update, patience, next, ready, cursorOf, told, useLive } from './following.js';
import { type Live, startLive } from './live.js';
import type { LogWriter } from './rows.js';

let live: Live;
let alfa: LogWriter;
const { opened, follow, write, waiting, logOf, refusal } = useLive((started, writer) => {
  live = started;
  alfa = writer;
});

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
    const read = live.statements.filter((sql) => /select o\.operator_id, .* from occurrence o /.test(sql));
    expect(read).toHaveLength(2);
  });
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
