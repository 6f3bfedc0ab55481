import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saved } from '../workflow/example.js';
import { done, open, refusals, send } from './change.js';
import { type Desk, openDesk, storedUpload } from './desk.js';
import { rowCounts } from './rows.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const opened = async () => (await open(desk.ana)).id;

const posted = async (client: Desk['ana'], id: string, body: string, rest: object = {}): Promise<string> =>
  (await done(client, 'occurrenceMessagePost', id, { body, ...rest }))['message'].id;

const read = async (client: Desk['ana'], id: string) =>
  (
    await client.data(
      `query ($id: ID!) {
         occurrence(id: $id) {
           unreadMessages updatedAt
           messages { nodes { body readAt editedAt withdrawnAt revisions { body } attachments { fileName } } }
           history { nodes {
             __typename
             ... on OccurrenceMessageEdited { message { body } }
             ... on OccurrenceMessageWithdrawn { message { body } }
             ... on OccurrenceMessagesRead { byBeneficiary upTo { body } }
           } }
         }
       }`,
      { id },
    )
  ).occurrence;

const settings = async (messageEditMinutes: number | null) => {
  const { operatorSettingsUpdate } = await desk.configurator.data(
    `mutation ($minutes: Int) { operatorSettingsUpdate(input: { messageEditMinutes: $minutes }) {
       operator { settings { messageEditMinutes } } userErrors { code message path } } }`,
    { minutes: messageEditMinutes },
  );
  return operatorSettingsUpdate;
};

const minutes = (count: number) => count * 60_000;

describe('messages', () => {
  it('are in the order of the log for everybody, though the clock of who wrote one is behind', async () => {
    const id = await opened();
    await posted(desk.ana, id, 'primeira');
    desk.app.clock.advance(-minutes(5));
    await posted(desk.carla, id, 'segunda');
    desk.app.clock.advance(minutes(5));
    await posted(desk.ana, id, 'terceira');
    for (const client of [desk.ana, desk.carla]) {
      const { messages } = await read(client, id);
      expect(messages.nodes.map(({ body }: { body: string }) => body)).toEqual(['primeira', 'segunda', 'terceira']);
    }
  });
});

describe('occurrenceMessageEdit', () => {
  it('writes a message anew; staff read what it said before, a beneficiary does not', async () => {
    const id = await opened();
    const messageId = await posted(desk.ana, id, 'Nao recebi');
    desk.app.clock.advance(minutes(14));
    const { message, occurrence } = await done(desk.ana, 'occurrenceMessageEdit', id, {
      messageId,
      body: 'Não recebi',
    });
    expect(message).toEqual({
      id: messageId,
      body: 'Não recebi',
      editedAt: desk.app.clock.now().toISOString(),
      revisions: [],
    });
    expect(occurrence.version).toBe(3);
    const seen = await read(desk.carla, id);
    expect(seen.messages.nodes).toMatchObject([{ body: 'Não recebi', revisions: [{ body: 'Nao recebi' }] }]);
    expect(seen.history.nodes.at(-1)).toEqual({
      __typename: 'OccurrenceMessageEdited',
      message: { body: 'Não recebi' },
    });
  });

  it('to what it says already is success, and changes nothing', async () => {
    const id = await opened();
    const messageId = await posted(desk.ana, id, 'Oi');
    const { message, occurrence } = await done(desk.ana, 'occurrenceMessageEdit', id, { messageId, body: 'Oi' });
    expect(message).toMatchObject({ body: 'Oi', editedAt: null });
    expect(occurrence.version).toBe(2);
  });

  it('is for who wrote it, within 15 minutes, in an open occurrence', async () => {
    const id = await opened();
    const messageId = await posted(desk.ana, id, 'Oi');
    const other = await posted(desk.ana, await opened(), 'Oi');
    const before = await rowCounts(desk.app);
    const edit = async (client: Desk['ana'], input: object) =>
      refusals(await send(client, 'occurrenceMessageEdit', id, { messageId, body: 'Olá', ...input }));
    expect(await edit(desk.carla, {})).toEqual(['ROLE_NOT_ALLOWED input.messageId']);
    expect(await edit(desk.ana, { body: ' ' })).toEqual(['REQUIRED input.body']);
    expect(await edit(desk.ana, { messageId: other })).toEqual(['NOT_FOUND input.messageId']);
    expect(await edit(desk.zoe, {})).toEqual(['NOT_FOUND id']);
    desk.app.clock.advance(minutes(15) + 1);
    expect(await edit(desk.ana, {})).toEqual(['TOO_LATE input.messageId']);
    expect(await rowCounts(desk.app)).toEqual(before);
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    expect(await edit(desk.ana, {})).toEqual(['OCCURRENCE_CLOSED id']);
  });

  it('has the time that the operator gives for it: none, a minute more, or the product’s again', async () => {
    const id = await opened();
    const messageId = await posted(desk.ana, id, 'Oi');
    const edit = async () => refusals(await send(desk.ana, 'occurrenceMessageEdit', id, { messageId, body: 'Olá' }));
    saved(await settings(0));
    expect(await edit()).toEqual(['TOO_LATE input.messageId']);
    expect((await settings(1441)).userErrors).toMatchObject([
      { code: 'INVALID', path: ['input', 'messageEditMinutes'] },
    ]);
    saved(await settings(16));
    desk.app.clock.advance(minutes(16));
    expect(await edit()).toEqual([]);
    expect(saved(await settings(null)).operator.settings.messageEditMinutes).toBe(15);
  });
});

describe('occurrenceMessageWithdraw', () => {
  it('takes the text and the files from the other side, and keeps them for staff', async () => {
    const id = await opened();
    const uploadIds = [await storedUpload(desk, 'carla')];
    const messageId = await posted(desk.carla, id, 'De outra pessoa', { uploadIds });
    const withdrawn = await done(desk.carla, 'occurrenceMessageWithdraw', id, { messageId });
    const file = { fileName: 'recibo.pdf' };
    expect(withdrawn['message']).toMatchObject({
      body: '',
      withdrawnAt: desk.app.clock.now().toISOString(),
      revisions: [{ body: 'De outra pessoa' }],
      attachments: [file],
    });
    const seen = await read(desk.ana, id);
    expect(seen.messages.nodes).toMatchObject([{ body: '', revisions: [], attachments: [] }]);
    expect(seen.unreadMessages).toBe(0);
    expect(seen.history.nodes.at(-1)).toEqual({ __typename: 'OccurrenceMessageWithdrawn', message: { body: '' } });
    expect(JSON.stringify(seen)).not.toContain('De outra pessoa');
  });

  it('once is enough, and what was withdrawn is edited no more', async () => {
    const id = await opened();
    const messageId = await posted(desk.ana, id, 'Oi');
    await done(desk.ana, 'occurrenceMessageWithdraw', id, { messageId });
    const { occurrence } = await done(desk.ana, 'occurrenceMessageWithdraw', id, { messageId });
    expect(occurrence.version).toBe(3);
    const edit = await send(desk.ana, 'occurrenceMessageEdit', id, { messageId, body: 'Olá' });
    expect(refusals(edit)).toEqual(['NOT_FOUND input.messageId']);
    const others = await send(desk.carla, 'occurrenceMessageWithdraw', id, { messageId });
    expect(refusals(others)).toEqual(['ROLE_NOT_ALLOWED input.messageId']);
  });
});

describe('occurrenceMessagesMarkRead', () => {
  it('says to the other side when each of its messages was read first, and counts what is left', async () => {
    const id = await opened();
    await posted(desk.carla, id, 'Bom dia');
    const second = await posted(desk.carla, id, 'Falta o recibo');
    await posted(desk.ana, id, 'Já mando');
    await posted(desk.carla, id, 'Obrigada');
    expect([(await read(desk.ana, id)).unreadMessages, (await read(desk.carla, id)).unreadMessages]).toEqual([3, 1]);
    const at = desk.app.clock.now().toISOString();
    await done(desk.ana, 'occurrenceMessagesMarkRead', id, { messageId: second });
    const seen = await read(desk.carla, id);
    expect(seen.messages.nodes.map(({ readAt }: { readAt: string | null }) => readAt)).toEqual([at, at, null, null]);
    expect(seen.history.nodes.at(-1)).toEqual({
      __typename: 'OccurrenceMessagesRead',
      byBeneficiary: true,
      upTo: { body: 'Falta o recibo' },
    });
    expect((await read(desk.ana, id)).unreadMessages).toBe(1);
  });

  it('again, or of the own side’s alone, is success without an event, and none counts as an update', async () => {
    const id = await opened();
    const messageId = await posted(desk.carla, id, 'Bom dia');
    const { updatedAt } = await read(desk.carla, id);
    desk.app.clock.advance(minutes(1));
    const own = await done(desk.davi, 'occurrenceMessagesMarkRead', id, { messageId });
    expect(own.occurrence.version).toBe(2);
    const first = await done(desk.ana, 'occurrenceMessagesMarkRead', id, { messageId });
    const again = await done(desk.ana, 'occurrenceMessagesMarkRead', id, { messageId });
    expect([first.occurrence.version, again.occurrence.version, again.cursor]).toEqual([3, 3, first.cursor]);
    expect((await read(desk.carla, id)).updatedAt).toBe(updatedAt);
  });

  it('is taken by a closed occurrence too; another’s message is none of it', async () => {
    const id = await opened();
    const messageId = await posted(desk.carla, id, 'Encerramos');
    const other = await posted(desk.carla, await opened(), 'Oi');
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    const mark = (client: Desk['ana'], message: string) =>
      send(client, 'occurrenceMessagesMarkRead', id, { messageId: message });
    expect(refusals(await mark(desk.ana, other))).toEqual(['NOT_FOUND input.messageId']);
    expect(refusals(await mark(desk.zoe, messageId))).toEqual(['NOT_FOUND id']);
    expect(refusals(await mark(desk.ana, messageId))).toEqual([]);
    expect((await read(desk.ana, id)).unreadMessages).toBe(0);
  });
});
