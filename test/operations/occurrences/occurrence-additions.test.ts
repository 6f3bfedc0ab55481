import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, open, refusals, send } from './change.js';
import { type Desk, openDesk, storedUpload } from './desk.js';
import { rowCounts } from './rows.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const opened = async () => (await open(desk.ana)).id;
async function closed(): Promise<string> {
  const id = await opened();
  await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
  return id;
}
const long = 'x'.repeat(10_001);

describe('occurrenceNoteAdd', () => {
  it('adds a note, internal unless said otherwise', async () => {
    const id = await opened();
    const { note, occurrence } = await done(desk.carla, 'occurrenceNoteAdd', id, { body: ' Ligar amanhã ' });
    expect(note).toMatchObject({ body: ' Ligar amanhã ', visibility: 'INTERNAL', author: 'Carla Dias' });
    expect(occurrence.version).toBe(2);
    const publicly = await done(desk.erp, 'occurrenceNoteAdd', id, { body: 'Visto', visibility: 'PUBLIC' });
    expect(publicly['note']).toMatchObject({ visibility: 'PUBLIC', author: 'ERP' });
  });

  it('refuses a blank or too long body, and what is closed; members write none', async () => {
    const id = await opened();
    const before = await rowCounts(desk.app);
    expect(refusals(await send(desk.carla, 'occurrenceNoteAdd', id, { body: ' ' }))).toEqual(['REQUIRED input.body']);
    expect(refusals(await send(desk.carla, 'occurrenceNoteAdd', id, { body: long }))).toEqual(['INVALID input.body']);
    expect((await send(desk.ana, 'occurrenceNoteAdd', id, { body: 'x' })).error).toBe('FORBIDDEN');
    expect(await rowCounts(desk.app)).toEqual(before);
    expect(refusals(await send(desk.carla, 'occurrenceNoteAdd', await closed(), { body: 'x' }))).toEqual([
      'OCCURRENCE_CLOSED id',
    ]);
  });
});

describe('occurrenceNoteAdd with files', () => {
  const filesOf = async (client: Desk['ana'], id: string) =>
    (
      await client.data(
        'query ($id: ID!) { occurrence(id: $id) { notes { nodes { body attachments { id fileName } } } attachments { id } } }',
        { id },
      )
    ).occurrence;

  it('keeps those of an internal note from members, also by id, and shows those of a public one', async () => {
    const id = await opened();
    const [internal, shown] = [await storedUpload(desk, 'carla'), await storedUpload(desk, 'carla')];
    const { occurrence } = await done(desk.carla, 'occurrenceNoteAdd', id, { body: '', uploadIds: [internal] });
    expect(occurrence.version).toBe(2);
    desk.app.clock.advance(1);
    await done(desk.carla, 'occurrenceNoteAdd', id, { body: 'Segue.', visibility: 'PUBLIC', uploadIds: [shown] });
    const file = { id: expect.any(String), fileName: 'recibo.pdf' };
    const staff = await filesOf(desk.carla, id);
    expect(staff.notes.nodes).toEqual([
      { body: '', attachments: [file] },
      { body: 'Segue.', attachments: [file] },
    ]);
    const [hidden, open_] = staff.attachments;
    expect(await filesOf(desk.ana, id)).toEqual({
      notes: { nodes: [{ body: 'Segue.', attachments: [{ ...file, id: open_.id }] }] },
      attachments: [open_],
    });
    const node = async ({ id: file_ }: { id: string }) =>
      (await desk.ana.data('query ($id: ID!) { node(id: $id) { id } }', { id: file_ })).node;
    expect([await node(hidden), await node(open_)]).toEqual([null, open_]);
  });

  it('refuses what is another subject’s, named twice or not stored yet, and leaves nothing', async () => {
    const id = await opened();
    const mine = await storedUpload(desk, 'carla');
    const theirs = await storedUpload(desk, 'ana');
    const promised = await storedUpload(desk, 'carla', { stored: false });
    const before = await rowCounts(desk.app);
    const add = async (uploadIds: string[]) =>
      refusals(await send(desk.carla, 'occurrenceNoteAdd', id, { body: 'x', uploadIds })).toSorted();
    expect(await add([mine, theirs, mine, promised])).toEqual([
      'INVALID input.uploadIds.2',
      'INVALID input.uploadIds.3',
      'NOT_FOUND input.uploadIds.1',
    ]);
    expect(await add(Array<string>(11).fill(mine))).toEqual(['INVALID input.uploadIds']);
    expect(await rowCounts(desk.app)).toEqual(before);
  });
});

describe('occurrenceMessagePost', () => {
  it('both sides write', async () => {
    const id = await opened();
    const asked = await done(desk.ana, 'occurrenceMessagePost', id, { body: 'Alguma notícia?' });
    expect(asked['message']).toMatchObject({ body: 'Alguma notícia?', fromBeneficiary: true, author: 'Ana Souza' });
    const answered = await done(desk.carla, 'occurrenceMessagePost', id, { body: 'Amanhã.' });
    expect(answered['message']).toMatchObject({ fromBeneficiary: false, author: 'Carla Dias' });
  });

  it('the same key posts once, and answers the same', async () => {
    const id = await opened();
    const input = { body: 'Oi', idempotencyKey: 'm-1' };
    const first = await done(desk.ana, 'occurrenceMessagePost', id, input);
    const again = await done(desk.ana, 'occurrenceMessagePost', id, input);
    expect(again).toEqual(first);
    expect(refusals(await send(desk.ana, 'occurrenceMessagePost', id, { ...input, body: 'Olá' }))).toEqual([
      'IDEMPOTENCY_MISMATCH input.idempotencyKey',
    ]);
    expect(refusals(await send(desk.ana, 'occurrenceMessagePost', await opened(), input))).toEqual([
      'IDEMPOTENCY_MISMATCH input.idempotencyKey',
    ]);
  });

  it('refuses a blank or too long body, and what is closed', async () => {
    const id = await opened();
    const before = await rowCounts(desk.app);
    const keyed = { body: ' ', idempotencyKey: 'm-2' };
    expect(refusals(await send(desk.ana, 'occurrenceMessagePost', id, keyed))).toEqual(['REQUIRED input.body']);
    expect(refusals(await send(desk.ana, 'occurrenceMessagePost', id, { body: long }))).toEqual(['INVALID input.body']);
    expect(await rowCounts(desk.app)).toEqual(before);
    expect(refusals(await send(desk.ana, 'occurrenceMessagePost', await closed(), { body: 'x' }))).toEqual([
      'OCCURRENCE_CLOSED id',
    ]);
  });
});

describe('occurrenceMessagePost with files', () => {
  const post = (client: Desk['ana'], id: string, input: object) => send(client, 'occurrenceMessagePost', id, input);
  const filesOf = async (client: Desk['ana'], id: string) =>
    (
      await client.data(
        'query ($id: ID!) { occurrence(id: $id) { messages { nodes { body attachments { fileName } } } attachments { fileName } } }',
        { id },
      )
    ).occurrence;

  it('sends them along, with or without a text, and the occurrence has them too', async () => {
    const id = await opened();
    const uploadIds = [await storedUpload(desk, 'ana'), await storedUpload(desk, 'ana')];
    const { occurrence } = await done(desk.ana, 'occurrenceMessagePost', id, { body: '', uploadIds });
    expect(occurrence.version).toBe(2);
    const file = { fileName: 'recibo.pdf' };
    expect(await filesOf(desk.carla, id)).toEqual({
      messages: { nodes: [{ body: '', attachments: [file, file] }] },
      attachments: [file, file],
    });
    const answer = await storedUpload(desk, 'carla');
    await done(desk.carla, 'occurrenceMessagePost', id, { body: 'Segue.', uploadIds: [answer] });
    expect((await filesOf(desk.ana, id)).messages.nodes[1]).toEqual({ body: 'Segue.', attachments: [file] });
  });

  it('refuses what is another subject’s, named twice, not stored yet, attached already, or too many', async () => {
    const id = await opened();
    const attached = await storedUpload(desk, 'ana');
    await done(desk.ana, 'occurrenceAttachmentAdd', id, { uploadId: attached });
    const mine = await storedUpload(desk, 'ana');
    const theirs = await storedUpload(desk, 'zoe');
    const promised = await storedUpload(desk, 'ana', { stored: false });
    const before = await rowCounts(desk.app);
    const refused = await post(desk.ana, id, { body: 'x', uploadIds: [mine, theirs, mine, promised, attached] });
    expect(refusals(refused).toSorted()).toEqual([
      'INVALID input.uploadIds.2',
      'INVALID input.uploadIds.3',
      'INVALID input.uploadIds.4',
      'NOT_FOUND input.uploadIds.1',
    ]);
    const many = await post(desk.ana, id, { body: 'x', uploadIds: Array<string>(11).fill(mine) });
    expect(refusals(many)).toEqual(['INVALID input.uploadIds']);
    expect(refusals(await post(desk.ana, id, { body: '', uploadIds: [] }))).toEqual(['REQUIRED input.body']);
    expect(await rowCounts(desk.app)).toEqual(before);
  });
});

describe('occurrenceAttachmentAdd', () => {
  it('attaches what the caller has put there, once', async () => {
    const id = await opened();
    const uploadId = await storedUpload(desk, 'ana');
    const { attachment, occurrence } = await done(desk.ana, 'occurrenceAttachmentAdd', id, { uploadId });
    expect(attachment).toMatchObject({ fileName: 'recibo.pdf', visibleToBeneficiary: true });
    expect(occurrence.version).toBe(2);
    const again = await send(desk.ana, 'occurrenceAttachmentAdd', id, { uploadId });
    expect(refusals(again)).toEqual(['INVALID input.uploadId']);
    expect(again.occurrence?.version).toBe(2);
  });

  it('refuses what is not there, not stored yet, or another subject’s, and what is closed', async () => {
    const id = await opened();
    const theirs = await storedUpload(desk, 'zoe');
    const promised = await storedUpload(desk, 'ana', { stored: false });
    const before = await rowCounts(desk.app);
    const attach = async (occurrence: string, uploadId: string) =>
      refusals(await send(desk.ana, 'occurrenceAttachmentAdd', occurrence, { uploadId }));
    expect(await attach(id, 'upl_x')).toEqual(['NOT_FOUND input.uploadId']);
    expect(await attach(id, theirs)).toEqual(['NOT_FOUND input.uploadId']);
    expect(await attach(id, promised)).toEqual(['INVALID input.uploadId']);
    expect(await rowCounts(desk.app)).toEqual(before);
    expect(await attach(await closed(), promised)).toEqual(['OCCURRENCE_CLOSED id']);
  });
});

describe('occurrenceTabEntrySave', () => {
  const save = (client: Desk['ana'], id: string, input: object) => send(client, 'occurrenceTabEntrySave', id, input);

  it('fills in a tab, and changes an entry', async () => {
    const id = await opened();
    const first = await done(desk.carla, 'occurrenceTabEntrySave', id, { tabKey: 'parecer', data: { parecer: 'ok' } });
    expect(first['tabEntry']).toMatchObject({ tab: { key: 'parecer' }, data: { parecer: 'ok' }, author: 'Carla Dias' });
    const entryId = first['tabEntry'].id;
    const changed = await done(desk.davi, 'occurrenceTabEntrySave', id, {
      tabId: desk.tabs['parecer'],
      entryId,
      data: { parecer: 'não' },
      expectedVersion: 2,
    });
    expect(changed['tabEntry']).toMatchObject({ id: entryId, data: { parecer: 'não' }, author: 'Carla Dias' });
    expect(changed.occurrence.version).toBe(3);
  });

  it('an entry keeps the version of the form that it was filled in with', async () => {
    const id = await opened();
    const { occurrence } = await desk.ana.data(
      'query ($id: ID!) { occurrence(id: $id) { tabs { tab { key form { id } } entries { id } } } }',
      { id },
    );
    const tab = occurrence.tabs.find((one: { tab: { key: string } }) => one.tab.key === 'dados');
    const form = (schema: object) =>
      desk.configurator.data(
        `mutation ($id: ID!, $input: FormDefinitionUpdateInput!) {
           formDefinitionUpdate(id: $id, input: $input) { formDefinition { version schema } userErrors { code message } }
         }`,
        { id: tab.tab.form.id, input: { schema } },
      );
    const { formDefinitions } = await desk.configurator.data('{ formDefinitions { id schema } }');
    const before = formDefinitions.find((one: { id: string }) => one.id === tab.tab.form.id).schema;
    await form({ ...before, required: ['valor', 'recibo'] });
    const entryId = tab.entries[0].id;
    const changed = await done(desk.ana, 'occurrenceTabEntrySave', id, {
      tabKey: 'dados',
      entryId,
      data: { valor: 9 },
    });
    expect(changed['tabEntry']).toMatchObject({ data: { valor: 9 }, form: { version: 1 } });
    expect(refusals(await save(desk.carla, id, { tabKey: 'despesas', data: { valor: 9 } }))).toEqual([
      'FORM_INVALID input.data.recibo',
    ]);
    await form(before);
  });

  it('files are named by upload, then by attachment', async () => {
    const id = await opened();
    const recibo = await storedUpload(desk, 'carla');
    const first = await done(desk.carla, 'occurrenceTabEntrySave', id, {
      tabKey: 'despesas',
      data: { valor: 1, recibo },
    });
    const { id: entryId, data } = first['tabEntry'];
    expect(data.recibo).toMatch(/^atc_/);
    for (const named of [data.recibo, recibo]) {
      const again = await done(desk.carla, 'occurrenceTabEntrySave', id, {
        tabKey: 'despesas',
        entryId,
        data: { valor: 2, recibo: named },
      });
      expect(again['tabEntry'].data).toEqual({ valor: 2, recibo: data.recibo });
    }
    const other = await opened();
    expect(
      refusals(await save(desk.carla, other, { tabKey: 'despesas', data: { valor: 1, recibo: data.recibo } })),
    ).toEqual(['FORM_INVALID input.data.recibo']);
  });

  it.each<[string, () => Desk['ana'], object, string[]]>([
    ['no tab', () => desk.carla, { data: {} }, ['REQUIRED input.tabId']],
    ['two tabs', () => desk.carla, { tabId: 'x', tabKey: 'y', data: {} }, ['INVALID input.tabKey']],
    ['an unknown tab', () => desk.carla, { tabKey: 'x', data: {} }, ['NOT_FOUND input.tabKey']],
    ['a tab without a form', () => desk.carla, { tabKey: 'notas', data: {} }, ['INVALID input.tabKey']],
    ['a second entry', () => desk.carla, { tabKey: 'dados', data: { valor: 1 } }, ['TAB_SINGLE_ENTRY input.tabKey']],
    ['an unknown entry', () => desk.carla, { tabKey: 'dados', entryId: 'x', data: {} }, ['NOT_FOUND input.entryId']],
    ['wrong data', () => desk.carla, { tabKey: 'parecer', data: {} }, ['FORM_INVALID input.data.parecer']],
    ['a tab that the member does not see', () => desk.ana, { tabKey: 'parecer', data: {} }, ['NOT_FOUND input.tabKey']],
    ['a tab that staff fill in', () => desk.ana, { tabKey: 'despesas', data: {} }, ['ROLE_NOT_ALLOWED input.tabKey']],
  ])('refuses %s', async (_, client, input, expected) => {
    const id = await opened();
    const before = await rowCounts(desk.app);
    const payload = await save(client(), id, input);
    expect(refusals(payload)).toEqual(expected);
    expect(payload.occurrence?.version).toBe(1);
    expect(await rowCounts(desk.app)).toEqual(before);
  });

  it('refuses an entry that has changed since, and what is closed', async () => {
    const id = await opened();
    const { tabEntry } = await done(desk.carla, 'occurrenceTabEntrySave', id, {
      tabKey: 'despesas',
      data: { valor: 1 },
    });
    const change = { tabKey: 'despesas', entryId: tabEntry.id, data: { valor: 2 } };
    await done(desk.carla, 'occurrenceTabEntrySave', id, change);
    await done(desk.carla, 'occurrenceNoteAdd', id, { body: 'x' });
    expect(refusals(await save(desk.davi, id, { ...change, expectedVersion: 2 }))).toEqual([
      'CONFLICT input.expectedVersion',
    ]);
    expect(refusals(await save(desk.davi, id, { ...change, expectedVersion: 3 }))).toEqual([]);
    expect(refusals(await save(desk.ana, await closed(), { tabKey: 'dados', data: {} }))).toEqual([
      'OCCURRENCE_CLOSED id',
    ]);
  });
});

it('a holder takes part in what is their dependant’s, and nobody else does', async () => {
  const { id } = await open(desk.erp, { beneficiaryId: desk.ids.bia });
  const posted = await done(desk.ana, 'occurrenceMessagePost', id, { body: 'Por Bia' });
  expect(posted.occurrence.version).toBe(2);
  expect(refusals(await send(desk.zoe, 'occurrenceMessagePost', id, { body: 'x' }))).toEqual(['NOT_FOUND id']);
  const { protocolNumber } = posted.occurrence;
  expect((await open(desk.ana, { protocolNumber })).protocolNumber).toBe(protocolNumber);
});
