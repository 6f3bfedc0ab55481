import { describe, expect, it } from 'vitest';
import type { TestStream } from '../kit/stream.js';
import { useLive } from './following.js';
import type { Live } from './live.js';
import type { LogWriter } from './rows.js';

let live: Live;
let alfa: LogWriter;
const { opened, write, refusal } = useLive((started, writer) => {
  live = started;
  alfa = writer;
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
