import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { done } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved, userErrors } from '../workflow/example.js';

let desk: Desk;
let typeId: string;
beforeAll(async () => {
  desk = await openDesk();
  typeId = (await desk.carla.data('{ occurrenceType(key: "conversa") { id } }')).occurrenceType.id;
  const status = { color: '#111111', internalDescription: 'x', externalDescription: 'x' };
  await configure({
    chat: {
      maxSimultaneous: 2,
      pendingStatusKey: 'pendente',
      attendantInactivitySeconds: 180,
      attendantInactiveStatusKey: 'devolvido',
    },
    statuses: [
      { ...status, key: 'em_conversa', startsAttendance: true },
      { ...status, key: 'pendente' },
      { ...status, key: 'devolvido' },
    ],
  });
});
afterAll(() => desk[Symbol.asyncDispose]());

const configure = async (input: object) =>
  saved(
    (
      await desk.configurator.data(
        `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) {
           occurrenceTypeUpdate(id: $id, input: $input) { occurrenceType { id } ${userErrors} }
         }`,
        { id: typeId, input },
      )
    ).occurrenceTypeUpdate,
  );
const opened = async (): Promise<string> => {
  desk.app.clock.advance(1_000);
  const input = { typeKey: 'conversa', description: 'Oi', channel: 'CHAT' };
  return (await done(desk.ana, 'occurrenceCreate', null, input)).occurrence.id;
};
const claimed = async (client: TestClient, input: object | null = null) => {
  const { queueClaimNext } = await client.data(
    `mutation ($input: QueueClaimNextInput) {
       queueClaimNext(input: $input) {
         occurrence { id version status { key } attendant { id } } cursor ${userErrors}
       }
     }`,
    { input },
  );
  return queueClaimNext;
};
const taken = async (client: TestClient, input: object | null = null): Promise<string | undefined> => {
  const payload = await claimed(client, input);
  expect(payload.userErrors).toEqual([]);
  return payload.occurrence?.id;
};
const move = (id: string, statusKey: string) => done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey });

describe('an attendant who takes the next chat', () => {
  beforeEach(async () => {
    // Whatever an earlier test has left open.
    const { occurrences } = await desk.paulo.data(
      '{ occurrences(first: 100, filter: { typeKeys: ["conversa"], open: true }) { nodes { id } } }',
    );
    for (const { id } of occurrences.nodes) await move(id, 'encerrado');
  });

  it('gets the oldest one, attended in one event; with nothing waiting, none and no error', async () => {
    const [first, second] = [await opened(), await opened()];
    const { occurrence, cursor } = await claimed(desk.carla);
    expect(occurrence).toEqual({
      id: first,
      version: 2,
      status: { key: 'em_conversa' },
      attendant: { id: desk.ids.carla },
    });
    expect(cursor).toEqual(expect.any(String));
    expect(await taken(desk.davi)).toBe(second);
    expect(await claimed(desk.davi)).toEqual({ occurrence: null, cursor: null, userErrors: [] });
  });

  it('or the one whose deadline ends first', async () => {
    const late = await opened();
    await configure({ sla: { amount: 5, unit: 'MINUTES' } });
    const urgent = await opened();
    await configure({ sla: null });
    expect(await taken(desk.carla, { order: 'MOST_URGENT' })).toBe(urgent);
    expect(await taken(desk.carla, { order: 'MOST_URGENT' })).toBe(late);
  });

  it('has no more than may be at once, whatever else waits; what is pending or closed makes room', async () => {
    const ids = [await opened(), await opened(), await opened(), await opened()];
    expect([await taken(desk.carla), await taken(desk.carla)]).toEqual(ids.slice(0, 2));
    const { occurrence, userErrors: problems } = await claimed(desk.carla);
    expect(occurrence).toBeNull();
    expect(problems).toMatchObject([{ code: 'NOT_AVAILABLE', path: ['input'] }]);
    await move(ids[0]!, 'pendente');
    expect(await taken(desk.carla)).toBe(ids[2]);
    await move(ids[1]!, 'encerrado');
    expect(await taken(desk.carla)).toBe(ids[3]);
  });

  it('gets one again that went back to the queue, before what was opened after it, and attends it again', async () => {
    const [first, second] = [await opened(), await opened()];
    await taken(desk.davi);
    await move(first, 'devolvido');
    await done(desk.davi, 'occurrenceAssign', first, { attendantId: null });
    const { occurrence } = await claimed(desk.carla);
    expect(occurrence).toMatchObject({ id: first, status: { key: 'em_conversa' }, attendant: { id: desk.ids.carla } });
    expect(await taken(desk.carla)).toBe(second);
  });

  it('names types of chats alone, each that is not one told with its path', async () => {
    const { userErrors: problems } = await claimed(desk.carla, { typeKeys: ['conversa', 'reembolso', 'nada'] });
    expect(problems).toMatchObject([
      { code: 'INVALID', path: ['input', 'typeKeys', '1'] },
      { code: 'NOT_FOUND', path: ['input', 'typeKeys', '2'] },
    ]);
    expect(await taken(desk.carla, { typeKeys: [] })).toBeUndefined();
  });
});

it('of twenty who take at once in two processes each chat goes to one, and nobody has more than may be', async () => {
  await using there: TestApp = await startTestApp({ beside: desk.app });
  const ids: string[] = [];
  for (let i = 0; i < 60; i++) ids.push(await opened());
  const claims = Array.from({ length: 20 }, async (_, i) => {
    // Each is at both processes, and asks four times at once: twice as often as there may be chats.
    const clients = await Promise.all([desk.app, there].map((app) => app.client('attendant', { subject: `at-${i}` })));
    return Promise.all([...clients, ...clients].map((client) => claimed(client)));
  });
  const payloads = (await Promise.all(claims)).map((own) => ({
    got: own.flatMap(({ occurrence }) => (occurrence ? [occurrence.id as string] : [])),
    codes: own.flatMap((payload) => payload.userErrors.map(({ code }: { code: string }) => code)),
  }));
  const all = payloads.flatMap(({ got }) => got);
  expect(new Set(all).size).toBe(40);
  expect(all.toSorted()).toEqual(ids.slice(0, 40).toSorted());
  for (const { got, codes } of payloads) {
    expect(got).toHaveLength(2);
    expect(codes).toEqual(['NOT_AVAILABLE', 'NOT_AVAILABLE']);
  }
});
