import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../src/platform/events/index.js';
import { newId } from '../../src/shared/ids.js';
import { queue, one, mine, type Update, next, ready, cursorOf, useLive } from './following.js';
import { type Live, startLive } from './live.js';
import type { LogWriter } from './rows.js';

let live: Live;
let alfa: LogWriter;
const { opened, follow, write, logOf, refusal } = useLive((started, writer) => {
  live = started;
  alfa = writer;
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
