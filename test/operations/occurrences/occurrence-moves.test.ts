import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open, refusals, send } from './change.js';
import { type Desk, openDesk } from './desk.js';
import { rowCounts } from './rows.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const basis = { reason: 'Fora do prazo', provision: 'Cláusula 12' };
const opened = async () => (await open(desk.ana)).id;
/** Opened, and moved through these statuses. */
async function moved(...path: string[]): Promise<string> {
  const id = await opened();
  for (const statusKey of path) {
    await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey, comment: 'ok', denialBasis: basis });
  }
  return id;
}
/** Closed, so that it takes nothing. */
const closed = () => moved('cancelado');

describe('occurrenceStartAttendance', () => {
  it('assigns the caller and moves to the status that starts attendance; repeated, nothing changes', async () => {
    const id = await opened();
    const first = await done(desk.carla, 'occurrenceStartAttendance', id, null);
    expect(first.occurrence).toMatchObject({
      version: 2,
      status: { key: 'em_analise' },
      attendant: { id: desk.ids.carla },
    });
    await done(desk.ana, 'occurrenceMessagePost', id, { body: 'Alguma notícia?' });
    const again = await done(desk.carla, 'occurrenceStartAttendance', id, { expectedVersion: 1 });
    expect(again.occurrence.version).toBe(3);
    expect(again.cursor).not.toBe(first.cursor);
  });

  it('what another has taken is CONFLICT, and the payload says who has it', async () => {
    const id = await opened();
    await done(desk.carla, 'occurrenceStartAttendance', id);
    const payload = await send(desk.davi, 'occurrenceStartAttendance', id, {});
    expect(refusals(payload)).toEqual(['CONFLICT id']);
    expect(payload.occurrence?.attendant).toEqual({ id: desk.ids.carla });
  });

  it('a type without attendance has none', async () => {
    const { id } = await open(desk.ana, { typeKey: 'segunda_via', intake: null });
    expect(refusals(await send(desk.carla, 'occurrenceStartAttendance', id, {}))).toEqual([
      'ATTENDANCE_NOT_ALLOWED id',
    ]);
  });
});

describe('occurrenceChangeStatus', () => {
  it('moves by key or id, and says so in the history', async () => {
    const id = await opened();
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusId: desk.statuses['em_analise'] });
    const { occurrence } = await done(desk.erp, 'occurrenceChangeStatus', id, {
      statusKey: 'pendente',
      comment: 'Falta o recibo',
    });
    expect(occurrence).toMatchObject({ version: 3, status: { key: 'pendente' }, attendant: null });
    const { occurrence: found } = await desk.ana.data(
      `query ($id: ID!) { occurrence(id: $id) { history { nodes { __typename
         ... on OccurrenceStatusChanged { from { key } to { key } comment } } } } }`,
      { id },
    );
    expect(found.history.nodes.at(-1)).toEqual({
      __typename: 'OccurrenceStatusChanged',
      from: { key: 'em_analise' },
      to: { key: 'pendente' },
      comment: 'Falta o recibo',
    });
  });

  it('keeps the basis of a denial', async () => {
    const id = await moved('em_analise', 'negado');
    const { occurrence } = await desk.ana.data(
      'query ($id: ID!) { occurrence(id: $id) { denialBasis { reason provision } resolvedAt closedAt } }',
      { id },
    );
    expect(occurrence).toEqual({ denialBasis: basis, resolvedAt: '2026-11-24T12:00:00.000Z', closedAt: null });
  });

  it.each<[string, string[], () => TestClient, object, string[]]>([
    ['no status', [], () => desk.carla, {}, ['REQUIRED input.statusId']],
    ['two statuses', [], () => desk.carla, { statusId: 'x', statusKey: 'y' }, ['INVALID input.statusKey']],
    ['an unknown status', [], () => desk.carla, { statusKey: 'nada' }, ['NOT_FOUND input.statusKey']],
    ['an unknown id', [], () => desk.carla, { statusId: 'nada' }, ['NOT_FOUND input.statusId']],
    ['an inactive status', [], () => desk.carla, { statusKey: 'legado' }, ['STATUS_INACTIVE input.statusKey']],
    ['what is not listed', [], () => desk.carla, { statusKey: 'pago' }, ['TRANSITION_NOT_ALLOWED input.statusKey']],
    ['where it is', [], () => desk.carla, { statusKey: 'solicitado' }, ['TRANSITION_NOT_ALLOWED input.statusKey']],
    ['another role’s status', [], () => desk.carla, { statusKey: 'auditoria' }, ['ROLE_NOT_ALLOWED input.statusKey']],
    ['no comment', ['em_analise'], () => desk.carla, { statusKey: 'pendente' }, ['COMMENT_REQUIRED input.comment']],
    [
      'half a denial basis',
      ['em_analise'],
      () => desk.carla,
      { statusKey: 'negado', denialBasis: { reason: 'x', provision: ' ' } },
      ['DENIAL_BASIS_REQUIRED input.denialBasis.provision'],
    ],
    [
      'an answer that concludes nothing, from a system as well',
      ['em_analise'],
      () => desk.erp,
      { statusKey: 'negado', comment: 'EM ANÁLISE…', denialBasis: { ...basis, reason: 'Em auditoria' } },
      ['GENERIC_ANSWER input.comment', 'GENERIC_ANSWER input.denialBasis.reason'],
    ],
    ['an empty tab', ['em_analise'], () => desk.carla, { statusKey: 'pago' }, ['TAB_INCOMPLETE input.statusKey']],
    [
      'a version below 1',
      [],
      () => desk.carla,
      { statusKey: 'em_analise', expectedVersion: 0 },
      ['INVALID input.expectedVersion'],
    ],
    [
      'a version to come',
      [],
      () => desk.carla,
      { statusKey: 'em_analise', expectedVersion: 9 },
      ['CONFLICT input.expectedVersion'],
    ],
    [
      'a version that is gone',
      ['em_analise'],
      () => desk.carla,
      { statusKey: 'cancelado', expectedVersion: 1 },
      ['CONFLICT input.expectedVersion'],
    ],
    ['what is closed', ['cancelado'], () => desk.erp, { statusKey: 'em_analise' }, ['OCCURRENCE_CLOSED id']],
  ])('refuses %s', async (_, path, client, input, expected) => {
    const id = await moved(...path);
    const before = await rowCounts(desk.app);
    const payload = await send(client(), 'occurrenceChangeStatus', id, input);
    expect(refusals(payload)).toEqual(expected);
    expect(payload).toMatchObject({ cursor: null, occurrence: { id, version: path.length + 1 } });
    expect(await rowCounts(desk.app)).toEqual(before);
  });

  it('in a type without attendance a system moves, and staff do not', async () => {
    const { id } = await open(desk.ana, { typeKey: 'segunda_via', intake: null });
    const input = { statusKey: 'encerrado' };
    expect(refusals(await send(desk.carla, 'occurrenceChangeStatus', id, input))).toEqual([
      'ATTENDANCE_NOT_ALLOWED id',
    ]);
    expect((await done(desk.erp, 'occurrenceChangeStatus', id, input)).occurrence.status.key).toBe('encerrado');
  });

  it('a system that may not read moves all the same, and is shown nothing', async () => {
    const id = await opened();
    const blind = await desk.app.client('integration', { subject: 'cego', scopes: ['occurrence:changeStatus'] });
    const payload = await send(blind, 'occurrenceChangeStatus', id, { statusKey: 'em_analise' });
    expect(payload).toMatchObject({ occurrence: null, userErrors: [] });
    expect(payload.cursor).not.toBeNull();
  });

  it('a conflict names the present version, a transition the ways that there are', async () => {
    const id = await moved('em_analise');
    const { occurrenceChangeStatus } = await desk.carla.data(
      `mutation ($id: ID!) {
         occurrenceChangeStatus(id: $id, input: { statusKey: "cancelado", expectedVersion: 1 }) {
           userErrors { code ... on VersionConflict { currentVersion } }
         }
       }`,
      { id },
    );
    expect(occurrenceChangeStatus.userErrors).toEqual([{ code: 'CONFLICT', currentVersion: 2 }]);
  });
});

describe('occurrenceAssign', () => {
  const assign = (client: TestClient, id: string, attendantId: string | null, rest: object = {}) =>
    send(client, 'occurrenceAssign', id, { attendantId, ...rest });

  it('an attendant takes it and gives it back; a supervisor gives it to others', async () => {
    const id = await opened();
    expect((await assign(desk.carla, id, desk.ids.carla)).occurrence).toMatchObject({
      version: 2,
      attendant: { id: desk.ids.carla },
      status: { key: 'solicitado' },
    });
    expect((await assign(desk.paulo, id, desk.ids.davi)).occurrence?.attendant).toEqual({ id: desk.ids.davi });
    expect((await assign(desk.carla, id, null)).occurrence).toMatchObject({ version: 4, attendant: null });
    expect((await assign(desk.carla, id, null)).occurrence?.version).toBe(4);
  });

  it('refuses who is no attendant, a version that is gone, and what is closed', async () => {
    const id = await opened();
    const { viewer } = await desk.configurator.data('{ viewer { id } }');
    for (const unknown of ['att_x', viewer.id, desk.ids.ana]) {
      expect(refusals(await assign(desk.paulo, id, unknown))).toEqual(['NOT_FOUND input.attendantId']);
    }
    await assign(desk.carla, id, desk.ids.carla);
    expect(refusals(await assign(desk.paulo, id, desk.ids.davi, { expectedVersion: 1 }))).toEqual([
      'CONFLICT input.expectedVersion',
    ]);
    expect(refusals(await assign(desk.paulo, await closed(), desk.ids.davi))).toEqual(['OCCURRENCE_CLOSED id']);
  });

  it('an attendant may not assign others, and leaves no trace in trying', async () => {
    const id = await opened();
    const before = await rowCounts(desk.app);
    expect((await assign(desk.carla, id, desk.ids.davi)).error).toBe('FORBIDDEN');
    expect(await rowCounts(desk.app)).toEqual(before);
  });
});

describe('occurrenceReopen', () => {
  it('takes it back to the status that starts attendance', async () => {
    const id = await closed();
    expect((await done(desk.paulo, 'occurrenceReopen', id)).occurrence).toMatchObject({
      version: 3,
      status: { key: 'em_analise' },
    });
    const other = await closed();
    expect((await done(desk.erp, 'occurrenceReopen', other, { expectedVersion: 2 })).occurrence.version).toBe(3);
  });

  it('refuses what is open, a version that is gone, and attendants', async () => {
    expect(refusals(await send(desk.paulo, 'occurrenceReopen', await opened(), {}))).toEqual([
      'TRANSITION_NOT_ALLOWED id',
    ]);
    expect(refusals(await send(desk.paulo, 'occurrenceReopen', await closed(), { expectedVersion: 1 }))).toEqual([
      'CONFLICT input.expectedVersion',
    ]);
    expect((await send(desk.carla, 'occurrenceReopen', await closed(), {})).error).toBe('FORBIDDEN');
  });
});

describe('occurrenceUpdate', () => {
  const update = (client: TestClient, id: string, input: object) => send(client, 'occurrenceUpdate', id, input);

  it('corrects the description; what is so already changes nothing', async () => {
    const id = await opened();
    const changed = await update(desk.ana, id, { description: 'Consulta de abril' });
    expect(changed.occurrence).toMatchObject({ version: 2, description: 'Consulta de abril' });
    const same = await update(desk.carla, id, { description: 'Consulta de abril' });
    expect(same).toMatchObject({ occurrence: { version: 2 }, cursor: changed.cursor, userErrors: [] });
    expect((await update(desk.erp, id, {})).occurrence?.version).toBe(2);
  });

  it('a supervisor changes the regulatory kind, with a reason', async () => {
    const id = await opened();
    expect(refusals(await update(desk.paulo, id, { regulatoryKind: 'URGENT' }))).toEqual(['REQUIRED input.reason']);
    expect((await update(desk.paulo, id, { regulatoryKind: 'URGENT', reason: 'Risco' })).occurrence?.version).toBe(2);
    expect((await update(desk.carla, id, { regulatoryKind: 'URGENT', reason: 'Risco' })).error).toBe('FORBIDDEN');
    expect((await update(desk.ana, id, { regulatoryKind: null, reason: 'x' })).error).toBe('FORBIDDEN');
  });

  it('once attendance has started the description is for staff to correct', async () => {
    const id = await moved('em_analise');
    expect(refusals(await update(desk.ana, id, { description: 'Outra' }))).toEqual([
      'ROLE_NOT_ALLOWED input.description',
    ]);
    expect((await update(desk.carla, id, { description: 'Outra' })).occurrence?.version).toBe(3);
  });

  it('refuses a blank description, a version that is gone, and what is closed', async () => {
    const id = await opened();
    expect(refusals(await update(desk.carla, id, { description: null }))).toEqual(['REQUIRED input.description']);
    await update(desk.carla, id, { description: 'Outra' });
    expect(refusals(await update(desk.carla, id, { description: 'Mais', expectedVersion: 1 }))).toEqual([
      'CONFLICT input.expectedVersion',
    ]);
    expect(refusals(await update(desk.ana, await closed(), { description: 'x' }))).toEqual(['OCCURRENCE_CLOSED id']);
  });
});

describe('an occurrence that is not there for the caller', () => {
  const calls: [string, object][] = [
    ['occurrenceStartAttendance', {}],
    ['occurrenceChangeStatus', { statusKey: 'em_analise' }],
    ['occurrenceAssign', { attendantId: null }],
    ['occurrenceUpdate', { description: 'x' }],
    ['occurrenceReopen', {}],
    ['occurrenceNoteAdd', { body: 'x' }],
    ['occurrenceTabEntrySave', { tabKey: 'dados', data: {} }],
    ['occurrenceMessagePost', { body: 'x' }],
    ['occurrenceAttachmentAdd', { uploadId: 'x' }],
  ];

  it.each(calls)(
    '%s answers NOT_FOUND alike for what is missing, malformed or another operator’s',
    async (mutation, input) => {
      const theirs = await desk.app.client('supervisor', { operator: 'beta', subject: 'sup' });
      const before = await rowCounts(desk.app);
      const id = 'occ_00000000000000000000000000';
      for (const [client, name] of [
        [desk.paulo, id],
        [desk.paulo, 'nada'],
      ] as const) {
        const payload = await send(client, mutation, name, input);
        expect(refusals(payload)).toEqual(['NOT_FOUND id']);
        expect(payload.occurrence).toBeNull();
      }
      expect(await rowCounts(desk.app)).toEqual(before);
      expect(refusals(await send(theirs, mutation, await opened(), input))).toEqual(['NOT_FOUND id']);
    },
  );

  it.each(['occurrenceUpdate', 'occurrenceTabEntrySave', 'occurrenceMessagePost', 'occurrenceAttachmentAdd'])(
    'to a member, %s of somebody else’s or of what is hidden is missing',
    async (mutation) => {
      const input = calls.find(([name]) => name === mutation)![1];
      const id = await opened();
      expect(refusals(await send(desk.zoe, mutation, id, input))).toEqual(['NOT_FOUND id']);
      await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey: 'auditoria' });
      const payload = await send(desk.ana, mutation, id, input);
      expect(refusals(payload)).toEqual(['NOT_FOUND id']);
      expect(payload.occurrence).toBeNull();
    },
  );
});
