import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OccurrenceRow } from '../../../src/modules/occurrences/occurrence.entity.js';
import { newId } from '../../../src/shared/ids.js';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { Stored, type Who } from './stored.js';

const query = `query ($id: ID!) {
  occurrence(id: $id) {
    id protocolNumber version description channel intake intakeForm { version schema }
    type { key } status { key } feature { key }
    requester { name } beneficiary { name } attendant { name }
    sla { state } regulatoryAnswer { state } denialBasis { reason provision }
    createdAt updatedAt attendanceStartedAt resolvedAt closedAt
    tabs { tab { key } complete entries { tab { key } form { version } data author createdAt updatedAt } }
    notes { nodes { body visibility author createdAt } pageInfo { hasNextPage } }
    attachments { fileName visibleToBeneficiary contentType byteSize createdAt }
    messages { nodes { body fromBeneficiary author } }
    transitions { to { key } needs blockedBy { code path } }
  }
}`;

describe('occurrence', () => {
  let app: TestApp;
  let stored: Stored;
  let attendant: TestClient;
  let member: TestClient;
  let occurrence: OccurrenceRow;

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    attendant = await app.client('attendant');
    member = await app.client('beneficiary', { subject: 'ana' });
    const beneficiaryId = await stored.member('Ana Souza', { subject: 'ana' });
    const ana: Who = { kind: 'BENEFICIARY', id: beneficiaryId, name: 'Ana Souza' };
    const { feature, form } = stored.configuration;
    occurrence = await stored.occurrence({
      beneficiaryId,
      protocolNumber: '99999120261124000001',
      attendantId: await stored.attendant('carla'),
      featureId: feature,
      intake: { valor: 10 },
      intakeFormId: form,
      intakeFormVersion: 1,
      denialReason: 'Fora da cobertura',
      denialProvision: 'Cláusula 4',
      createdAt: new Date('2026-11-01T12:00:00.000Z'),
    });
    await stored.entry(occurrence, 'antiga', { velha: true });
    await stored.entry(occurrence, 'parecer', { texto: 'não' });
    await stored.note(occurrence, 'por dentro', 'INTERNAL');
    await stored.note(occurrence, 'para todos', 'PUBLIC');
    await stored.message(occurrence, 'E então?', ana);
    await stored.message(occurrence, 'Estamos vendo.');
    await stored.attachment(occurrence, 'laudo.pdf', false);
    await stored.attachment(occurrence, 'carta.pdf', true);
    await stored.attachment(occurrence, 'recibo.pdf', false, ana);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const read = async (client: TestClient, id: string = occurrence.id): Promise<any> =>
    (await client.data(query, { id })).occurrence;

  it('shows staff all of it', async () => {
    const shown = await read(attendant);
    expect(shown).toMatchObject({
      id: occurrence.id,
      protocolNumber: '99999120261124000001',
      version: 10,
      description: 'Consulta de março',
      channel: 'APP',
      intake: { valor: 10 },
      intakeForm: { version: 1, schema: { title: 'versão 1' } },
      type: { key: 'reembolso' },
      status: { key: 'solicitado' },
      feature: { key: 'reembolso_app' },
      requester: { name: 'Ana Souza' },
      beneficiary: { name: 'Ana Souza' },
      attendant: { name: 'carla' },
      sla: null,
      regulatoryAnswer: null,
      denialBasis: { reason: 'Fora da cobertura', provision: 'Cláusula 4' },
      createdAt: '2026-11-01T12:00:00.000Z',
      attendanceStartedAt: null,
      resolvedAt: null,
      closedAt: null,
    });
    expect(shown.tabs).toMatchObject([
      { tab: { key: 'dados' }, complete: false, entries: [] },
      {
        tab: { key: 'parecer' },
        complete: true,
        entries: [{ tab: { key: 'parecer' }, form: { version: 1 }, data: { texto: 'não' }, author: 'Carla' }],
      },
      { tab: { key: 'antiga' }, complete: true, entries: [{ data: { velha: true } }] },
      { tab: { key: 'notas' }, complete: true, entries: [] },
    ]);
    expect(shown.notes.nodes).toMatchObject([
      { body: 'por dentro', visibility: 'INTERNAL', author: 'Carla' },
      { body: 'para todos', visibility: 'PUBLIC', author: 'Carla' },
    ]);
    expect(shown.messages.nodes).toEqual([
      { body: 'E então?', fromBeneficiary: true, author: 'Ana Souza' },
      { body: 'Estamos vendo.', fromBeneficiary: false, author: 'Carla' },
    ]);
    expect(shown.attachments.map(({ fileName }: { fileName: string }) => fileName)).toEqual([
      'laudo.pdf',
      'carta.pdf',
      'recibo.pdf',
    ]);
    expect(shown.attachments[0]).toMatchObject({
      visibleToBeneficiary: false,
      contentType: 'application/pdf',
      byteSize: 5,
    });
  });

  it('tells which moves could be made, what they need and what blocks them', async () => {
    const incomplete = [{ code: 'TAB_INCOMPLETE', path: ['input', 'statusId'] }];
    expect((await read(attendant)).transitions).toMatchObject([
      { to: { key: 'em_analise' }, needs: [], blockedBy: [] },
      { to: { key: 'auditoria' }, needs: ['COMMENT'], blockedBy: [] },
      { to: { key: 'negado' }, needs: ['DENIAL_BASIS'], blockedBy: incomplete.map(({ code }) => ({ code })) },
      { to: { key: 'pago' }, needs: [], blockedBy: incomplete.map(({ code }) => ({ code })) },
    ]);
  });

  it('blocks every move of those whose role or scopes move nothing', async () => {
    for (const [role, scopes] of [
      ['configurator', []],
      ['integration', ['occurrence:read']],
    ] as const) {
      const { transitions } = await read(await app.client(role, { scopes }));
      const codes = transitions.map((one: any) => one.blockedBy[0]?.code);
      expect(codes).toEqual(Array.from({ length: 4 }, () => 'ROLE_NOT_ALLOWED'));
    }
    const mover = await app.client('integration', { scopes: ['occurrence:read', 'occurrence:changeStatus'] });
    expect((await read(mover)).transitions[0].blockedBy).toEqual([]);
  });

  it('shows a beneficiary what is theirs to know', async () => {
    const shown = await read(member);
    expect(shown).toMatchObject({
      id: occurrence.id,
      description: 'Consulta de março',
      attendant: null,
      transitions: [],
      requester: { name: 'Ana Souza' },
      denialBasis: { reason: 'Fora da cobertura', provision: 'Cláusula 4' },
      tabs: [{ tab: { key: 'dados' }, complete: false, entries: [] }],
    });
    expect(shown.notes).toMatchObject({ nodes: [{ body: 'para todos' }], pageInfo: { hasNextPage: false } });
    expect(shown.attachments.map(({ fileName }: any) => fileName)).toEqual(['carta.pdf', 'recibo.pdf']);
    expect(shown.messages.nodes).toHaveLength(2);
  });

  it('names attendants by the operator where it hides them, to beneficiaries alone', async () => {
    const authors = async (client: TestClient) => {
      const { notes, messages } = await read(client);
      return [...notes.nodes, ...messages.nodes].map(({ author }) => author);
    };
    await stored.hideAttendants(true);
    expect(await authors(member)).toEqual(['Operadora alfa', 'Ana Souza', 'Operadora alfa']);
    expect(await authors(attendant)).toEqual(['Carla', 'Carla', 'Ana Souza', 'Carla']);
    await stored.hideAttendants(false);
    expect(await authors(member)).toEqual(['Carla', 'Ana Souza', 'Carla']);
  });

  it('notes and messages come in pages', async () => {
    const pages = `query ($id: ID!, $note: String, $message: String) {
      occurrence(id: $id) {
        notes(first: 1, after: $note) { nodes { body } pageInfo { hasNextPage endCursor } }
        messages(last: 1, before: $message) { nodes { body } pageInfo { hasPreviousPage startCursor } }
      }
    }`;
    const { occurrence: one } = await attendant.data(pages, { id: occurrence.id });
    expect(one).toMatchObject({
      notes: { nodes: [{ body: 'por dentro' }], pageInfo: { hasNextPage: true } },
      messages: { nodes: [{ body: 'Estamos vendo.' }], pageInfo: { hasPreviousPage: true } },
    });
    const [note, message] = [one.notes.pageInfo.endCursor, one.messages.pageInfo.startCursor];
    const { occurrence: two } = await attendant.data(pages, { id: occurrence.id, note, message });
    expect(two).toMatchObject({
      notes: { nodes: [{ body: 'para todos' }], pageInfo: { hasNextPage: false } },
      messages: { nodes: [{ body: 'E então?' }], pageInfo: { hasPreviousPage: false } },
    });
    const { errors } = await attendant.execute(pages, { id: occurrence.id, note: message, message });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('is null for an id that is missing, malformed, of another kind or of another operator', async () => {
    const other = await app.client('attendant', { operator: 'beta' });
    expect(await read(other)).toBeNull();
    for (const id of [newId('occurrence', app.clock.now()), 'x', '', stored.configuration.types.reembolso]) {
      expect(await read(attendant, id)).toBeNull();
    }
  });
});
