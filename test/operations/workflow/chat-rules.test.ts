import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { found, saved, userErrors } from './example.js';

let desk: Desk;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  id = (await desk.carla.data('{ occurrenceType(key: "conversa") { id } }')).occurrenceType.id;
});
afterAll(() => desk[Symbol.asyncDispose]());

const rules = 'chat { maxSimultaneous maxWaiting maxWaitSeconds allowsTransfer gaveUpStatusKey maxWaitStatusKey }';
const update = async (input: object) =>
  (
    await desk.configurator.data(
      `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) {
         occurrenceTypeUpdate(id: $id, input: $input) { occurrenceType { ${rules} } ${userErrors} }
       }`,
      { id, input },
    )
  ).occurrenceTypeUpdate;
const read = async (client: TestClient) =>
  (await client.data(`{ occurrenceType(key: "conversa") { ${rules} } }`)).occurrenceType?.chat;

it('the rules of chats are saved with their type, and read by those who read the configuration', async () => {
  const attended = { key: 'em_conversa', startsAttendance: true, color: '#111111' };
  const texts = { internalDescription: 'Em conversa', externalDescription: 'Em conversa' };
  const chat = { maxSimultaneous: 2, maxWaitSeconds: 900, maxWaitStatusKey: 'encerrado', gaveUpStatusKey: 'encerrado' };
  const kept = { ...chat, maxWaiting: null, allowsTransfer: true };
  expect(saved(await update({ statuses: [{ ...attended, ...texts }], chat })).occurrenceType.chat).toEqual(kept);
  expect(await read(desk.carla)).toEqual(kept);
  expect((await read(desk.ana)) ?? null).toBeNull();
});

it('rules that are not sound are refused with all else that is wrong, and leave what there was', async () => {
  const before = await read(desk.carla);
  const chat = { maxSimultaneous: 0, maxWaiting: 5, gaveUpStatusKey: 'nada' };
  expect(found(await update({ name: '', chat }))).toEqual([
    'INVALID input.chat.maxSimultaneous',
    'NOT_FOUND input.chat.gaveUpStatusKey',
    'REQUIRED input.chat.exhaustedStatusKey',
    'REQUIRED input.name',
  ]);
  expect(await read(desk.carla)).toEqual(before);
});

it('a status that chats go to is not deactivated', async () => {
  const other = { key: 'outro', closes: true, color: '#111111', internalDescription: 'x', externalDescription: 'x' };
  expect(found(await update({ statuses: [other, { key: 'encerrado', active: false }] }))).toEqual([
    'IN_USE input.statuses.1.active',
  ]);
});
