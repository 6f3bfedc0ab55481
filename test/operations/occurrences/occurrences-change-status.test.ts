import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { TestStream } from '../../kit/stream.js';
import { done, open } from './change.js';
import { type Desk, openDesk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const mutation = `mutation ($input: OccurrencesChangeStatusInput!) {
  occurrencesChangeStatus(input: $input) {
    changed refused userErrors { code path }
    results { id cursor occurrence { version status { key } } userErrors { code } }
  } }`;
const moveAll = async (input: object, client: TestClient = desk.paulo) =>
  (await client.data(mutation, { input })).occurrencesChangeStatus;
const openMany = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    ids.push((await open(desk.ana)).id);
    desk.app.clock.advance(1);
  }
  return ids;
};
const statusOf = async (id: string) =>
  (await desk.paulo.data('query ($id: ID!) { occurrence(id: $id) { version status { key } } }', { id })).occurrence;

describe('occurrencesChangeStatus', () => {
  it('moves each by its own rules, in the order that was given: what is refused stays as it was', async () => {
    const [first, closed, third] = await openMany(3);
    await done(desk.paulo, 'occurrenceChangeStatus', closed!, { statusKey: 'cancelado' });
    const ids = [third, closed, 'occ_unknown', first, third];
    const { changed, refused, results, userErrors } = await moveAll({ ids, statusKey: 'em_analise' });
    expect({ changed, refused, userErrors }).toEqual({ changed: 2, refused: 2, userErrors: [] });
    expect(results).toEqual([
      moved(third!),
      {
        id: closed,
        cursor: null,
        occurrence: { version: 2, status: { key: 'cancelado' } },
        userErrors: [{ code: 'OCCURRENCE_CLOSED' }],
      },
      { id: 'occ_unknown', cursor: null, occurrence: null, userErrors: [{ code: 'NOT_FOUND' }] },
      moved(first!),
    ]);
    expect(await statusOf(first!)).toEqual({ version: 2, status: { key: 'em_analise' } });
  });

  it('moves what a filter selects, each with an event of its own that the queue shows live', async () => {
    await using queue = new TestStream<any>(
      desk.carla,
      'subscription { queueUpdates(filter: { statusKeys: ["auditoria"] }) { kind occurrence { id } } }',
    );
    await queue.until(({ queueUpdates }) => queueUpdates.kind === 'READY');
    const ids = await openMany(8);
    const filter = { beneficiaryId: desk.ids.ana, statusKeys: ['solicitado'] };
    const { changed, refused, results } = await moveAll({ filter, statusKey: 'auditoria' });
    expect({ changed, refused }).toEqual({ changed: 8, refused: 0 });
    expect(results.map(({ id }: { id: string }) => id)).toEqual(ids);
    const entered = new Set<string>();
    while (entered.size < 8) entered.add((await queue.next()).queueUpdates.occurrence.id);
    expect([...entered].toSorted()).toEqual(ids.toSorted());
  });

  it('says how far it is, and that it has ended', async () => {
    const ids = await openMany(12);
    await using progress = new TestStream<any>(
      desk.paulo,
      'subscription { occurrencesChangeStatusProgress(progressId: "tarde-1") { total changed refused finished } }',
    );
    const input = { ids: [...ids, 'occ_unknown'], statusKey: 'em_analise', progressId: 'tarde-1' };
    const moving = moveAll(input);
    const last = await progress.until(({ occurrencesChangeStatusProgress: { finished } }) => finished);
    expect(last.occurrencesChangeStatusProgress).toEqual({ total: 13, changed: 12, refused: 1, finished: true });
    await expect(progress.next()).rejects.toThrow('the stream has ended');
    expect(await moving).toMatchObject({ changed: 12, refused: 1 });
  });

  it('of two by the same id at once one is refused, and changes nothing', async () => {
    const ids = await openMany(20);
    const input = { ids, statusKey: 'em_analise', progressId: 'dupla' };
    const answers = await Promise.all([moveAll(input), moveAll(input)]);
    const taken = answers.filter(({ userErrors }) => userErrors.length > 0);
    expect(taken).toEqual([
      { changed: 0, refused: 0, results: [], userErrors: [{ code: 'TAKEN', path: ['input', 'progressId'] }] },
    ]);
    for (const id of ids) expect(await statusOf(id)).toMatchObject({ version: 2 });
  });

  it.each([
    ['neither ids nor a filter', { statusKey: 'pago' }, 'REQUIRED', ['input', 'ids']],
    ['both', { ids: [], filter: {}, statusKey: 'pago' }, 'INVALID', ['input', 'filter']],
    [
      'more than 500',
      { ids: Array.from({ length: 501 }, (_, i) => `${i}`), statusKey: 'x' },
      'INVALID',
      ['input', 'ids'],
    ],
    ['no status', { ids: [] }, 'REQUIRED', ['input', 'statusId']],
    ['a shapeless id of progress', { ids: [], statusKey: 'x', progressId: 'a b' }, 'INVALID', ['input', 'progressId']],
  ])('is refused as a whole with %s', async (_, input, code, path) => {
    expect(await moveAll(input)).toEqual({ changed: 0, refused: 0, results: [], userErrors: [{ code, path }] });
  });

  it('is a supervisor’s: attendants and systems are refused, and nothing moves', async () => {
    const [id] = await openMany(1);
    for (const client of [desk.carla, desk.ana, desk.erp, desk.configurator]) {
      const { errors } = await client.execute(mutation, { input: { ids: [id], statusKey: 'em_analise' } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await statusOf(id!)).toEqual({ version: 1, status: { key: 'solicitado' } });
  });
});

const moved = (id: string) => ({
  id,
  cursor: expect.any(String),
  occurrence: { version: 2, status: { key: 'em_analise' } },
  userErrors: [],
});
