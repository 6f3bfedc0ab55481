import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open } from './change.js';
import { type Desk, openDesk } from './desk.js';

let desk: Desk;

beforeAll(async () => void (desk = await openDesk()));
afterAll(() => desk[Symbol.asyncDispose]());

const both = `occurrence { version status { key } } userErrors { code ... on VersionConflict {
  currentVersion
  changes { __typename version actor occurredAt ... on OccurrenceStatusChanged { to { key } comment } }
  tabEntry { id data }
} }`;

const move = async (client: TestClient, id: string, input: object) =>
  (
    await client.data(
      `mutation ($id: ID!, $input: OccurrenceChangeStatusInput!) { occurrenceChangeStatus(id: $id, input: $input) { ${both} } }`,
      { id, input },
    )
  ).occurrenceChangeStatus;

const save = async (client: TestClient, id: string, input: object) =>
  (
    await client.data(
      `mutation ($id: ID!, $input: TabEntrySaveInput!) { occurrenceTabEntrySave(id: $id, input: $input) { ${both} } }`,
      { id, input },
    )
  ).occurrenceTabEntrySave;

const opened = async () => (await open(desk.ana)).id;

describe('a conflict shows both sides', () => {
  it('a move over somebody else’s: the occurrence of now, and who moved it where and when; nothing else that happened', async () => {
    const id = await opened();
    await done(desk.davi, 'occurrenceChangeStatus', id, { statusKey: 'em_analise', comment: 'Visto.' });
    await done(desk.davi, 'occurrenceNoteAdd', id, { body: 'x' });
    const answer = await move(desk.carla, id, { statusKey: 'cancelado', expectedVersion: 1 });
    expect(answer).toEqual({
      occurrence: { version: 3, status: { key: 'em_analise' } },
      userErrors: [
        {
          code: 'CONFLICT',
          currentVersion: 3,
          changes: [
            {
              __typename: 'OccurrenceStatusChanged',
              version: 2,
              actor: 'Davi Reis',
              occurredAt: '2026-11-24T12:00:00.000Z',
              to: { key: 'em_analise' },
              comment: 'Visto.',
            },
          ],
          tabEntry: null,
        },
      ],
    });
  });

  it('an entry over somebody else’s: the entry of now, and who saved it when; other entries are none of it', async () => {
    const id = await opened();
    const entry = await done(desk.carla, 'occurrenceTabEntrySave', id, { tabKey: 'despesas', data: { valor: 1 } });
    const input = { tabKey: 'despesas', entryId: entry.tabEntry.id };
    await done(desk.davi, 'occurrenceTabEntrySave', id, { ...input, data: { valor: 2 } });
    await done(desk.davi, 'occurrenceTabEntrySave', id, { tabKey: 'despesas', data: { valor: 9 } });
    const answer = await save(desk.carla, id, { ...input, data: { valor: 3 }, expectedVersion: 2 });
    expect(answer.userErrors).toMatchObject([
      {
        code: 'CONFLICT',
        currentVersion: 4,
        changes: [{ __typename: 'OccurrenceTabEntrySaved', version: 3, actor: 'Davi Reis' }],
        tabEntry: { id: entry.tabEntry.id, data: { valor: 2 } },
      },
    ]);
    expect(answer.userErrors[0].changes).toHaveLength(1);
  });

  it('of more changes the newest 20 are told', async () => {
    const id = await opened();
    const { tabEntry } = await done(desk.carla, 'occurrenceTabEntrySave', id, {
      tabKey: 'despesas',
      data: { valor: 0 },
    });
    const input = { tabKey: 'despesas', entryId: tabEntry.id };
    for (let valor = 1; valor <= 22; valor++)
      await done(desk.davi, 'occurrenceTabEntrySave', id, { ...input, data: { valor } });
    const answer = await save(desk.carla, id, { ...input, data: { valor: 99 }, expectedVersion: 2 });
    const versions = answer.userErrors[0].changes.map(({ version }: { version: number }) => version);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 5));
    expect(answer.userErrors[0].tabEntry.data).toEqual({ valor: 22 });
  });

  it('a version that is yet to come collides with nothing', async () => {
    const answer = await move(desk.carla, await opened(), { statusKey: 'em_analise', expectedVersion: 9 });
    expect(answer.userErrors).toEqual([{ code: 'CONFLICT', currentVersion: 1, changes: [], tabEntry: null }]);
  });

  it('a system that may not read is told the version alone', async () => {
    const id = await opened();
    await done(desk.davi, 'occurrenceChangeStatus', id, { statusKey: 'em_analise' });
    const blind = await desk.app.client('integration', { subject: 'cego', scopes: ['occurrence:changeStatus'] });
    const answer = await move(blind, id, { statusKey: 'cancelado', expectedVersion: 1 });
    expect(answer).toEqual({
      occurrence: null,
      userErrors: [{ code: 'CONFLICT', currentVersion: 2, changes: [], tabEntry: null }],
    });
  });

  it('a member sees the other side as they see the history: by the operator’s name where it hides its attendants', async () => {
    const id = await opened();
    const { occurrence } = await desk.ana.data(
      'query ($id: ID!) { occurrence(id: $id) { tabs { tab { key } entries { id } } } }',
      { id },
    );
    const tabs = occurrence.tabs as { tab: { key: string }; entries: { id: string }[] }[];
    const [entry] = tabs.find(({ tab }) => tab.key === 'dados')!.entries;
    const input = { tabKey: 'dados', entryId: entry!.id };
    await done(desk.davi, 'occurrenceTabEntrySave', id, { ...input, data: { valor: 5 } });
    const tried = () => save(desk.ana, id, { ...input, data: { valor: 3 }, expectedVersion: 1 });
    const actors = async () => (await tried()).userErrors[0].changes.map(({ actor }: { actor: string }) => actor);
    expect(await actors()).toEqual(['Davi Reis']);
    await desk.configurator.data(
      'mutation { operatorSettingsUpdate(input: { hidesAttendants: true }) { userErrors { code } } }',
    );
    expect(await actors()).toEqual(['Operadora alfa']);
    expect((await tried()).userErrors[0].tabEntry.data).toEqual({ valor: 5 });
  });
});
