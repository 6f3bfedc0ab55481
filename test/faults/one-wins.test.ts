import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../kit/client.js';
import { done, open, refusals, send } from '../operations/occurrences/change.js';
import { type Desk, openDesk } from '../operations/occurrences/desk.js';
import { rowCounts } from '../operations/occurrences/rows.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const many = (count: number) => Array.from({ length: count }, (_, index) => index);

const fired = async (occurrenceId: string): Promise<string[]> =>
  (
    await desk.paulo.data(
      'query ($id: ID!) { actionDeliveries(occurrenceId: $id, first: 100) { nodes { action { key } } } }',
      { id: occurrenceId },
    )
  ).actionDeliveries.nodes.map(({ action }: { action: { key: string } }) => action.key);

describe('of fifty who change an occurrence at once', () => {
  it.each([
    ['to the same target', () => ({ statusKey: 'em_analise' }), 'TRANSITION_NOT_ALLOWED'],
    [
      'with the same expected version',
      (index: number) => ({ statusKey: index % 2 ? 'em_analise' : 'cancelado', expectedVersion: 1 }),
      'CONFLICT',
    ],
  ])('%s one wins, the others are told what it is now, and all fires once', async (_, input, code) => {
    const { id } = await open(desk.ana);
    const payloads = await Promise.all(
      many(50).map((index) => send(index % 3 ? desk.carla : desk.erp, 'occurrenceChangeStatus', id, input(index))),
    );
    const won = payloads.filter(({ userErrors, error }) => !error && userErrors.length === 0);
    const lost = payloads.filter((payload) => !won.includes(payload));
    expect(won).toHaveLength(1);
    expect(lost).toHaveLength(49);
    const now = won[0]!.occurrence!.status.key;
    for (const payload of lost) {
      expect(payload.error).toBeUndefined();
      expect(payload.userErrors.map((each) => each.code)).toEqual([code]);
      expect(payload.occurrence).toMatchObject({ version: 2, status: { key: now } });
    }
    const { occurrence } = await desk.carla.data(
      'query ($id: ID!) { occurrence(id: $id) { version history { nodes { version } } } }',
      { id },
    );
    expect(occurrence).toEqual({ version: 2, history: { nodes: [{ version: 1 }, { version: 2 }] } });
    expect((await fired(id)).filter((key) => key === 'em_analise')).toHaveLength(now === 'em_analise' ? 1 : 0);
  });
});

it('of two who start attendance at once one gets it', async () => {
  for (const _ of many(10)) {
    const { id } = await open(desk.ana);
    const start = (client: TestClient) => send(client, 'occurrenceStartAttendance', id, {});
    const payloads = await Promise.all([start(desk.carla), start(desk.davi)]);
    const [winner, loser] = payloads.toSorted((a, b) => a.userErrors.length - b.userErrors.length);
    expect(winner!.userErrors).toEqual([]);
    expect(refusals(loser!)).toEqual(['CONFLICT id']);
    expect(loser!.occurrence?.attendant).toEqual(winner!.occurrence?.attendant);
    expect(winner!.occurrence?.version).toBe(2);
  }
});

it('notes, messages and files of fifty at once all find their place', async () => {
  const { id } = await open(desk.ana);
  const payloads = await Promise.all(
    many(50).map((index) =>
      index % 2
        ? done(desk.carla, 'occurrenceNoteAdd', id, { body: `${index}` })
        : done(desk.ana, 'occurrenceMessagePost', id, { body: `${index}` }),
    ),
  );
  const versions = payloads.map(({ occurrence }) => occurrence.version).toSorted((a, b) => a - b);
  expect(versions).toEqual(many(50).map((index) => index + 2));
});

describe('the same idempotency key, a hundred times at once', () => {
  it('makes one occurrence, and answers alike', async () => {
    const before = await rowCounts(desk.app);
    const input = {
      typeKey: 'reembolso',
      description: 'Uma só',
      intake: { valor: 5 },
      idempotencyKey: 'cem-vezes',
    };
    const payloads = await Promise.all(many(100).map(() => send(desk.ana, 'occurrenceCreate', null, input)));
    expect(new Set(payloads.map((payload) => JSON.stringify(payload))).size).toBe(1);
    expect(payloads[0]).toMatchObject({ userErrors: [], occurrence: { version: 1 } });
    const after = await rowCounts(desk.app);
    expect(after['occurrence']).toBe(before['occurrence']! + 1);
    expect(after['occurrence_event']).toBe(before['occurrence_event']! + 1);
    expect(after['protocol']).toBe(before['protocol']! + 1);
    expect(after['idempotency_key']).toBe(before['idempotency_key']! + 1);
  });

  it('with other contents one of them is taken, and the rest are told so', async () => {
    const payloads = await Promise.all(
      many(20).map((index) =>
        send(desk.ana, 'occurrenceCreate', null, {
          typeKey: 'reembolso',
          description: `Número ${index}`,
          intake: { valor: 5 },
          idempotencyKey: 'vinte',
        }),
      ),
    );
    const codes = payloads.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes.filter((code) => code === '')).toHaveLength(1);
    expect(codes.filter((code) => code === 'IDEMPOTENCY_MISMATCH')).toHaveLength(19);
  });
});
