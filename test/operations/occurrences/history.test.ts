import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../src/modules/occurrences/events.js';
import type { OccurrenceRow } from '../../../src/modules/occurrences/occurrence.entity.js';
import { type FacetedEvent, inBeneficiaryHistory } from '../../../src/modules/occurrences/visibility.js';
import { inBeneficiaryHistorySql } from '../../../src/modules/occurrences/visibility-sql.js';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { Stored, type Who } from './stored.js';

const events = `
  __typename version actor
  ... on OccurrenceCreated { status { key } channel }
  ... on OccurrenceStatusChanged { from { key } to { key } comment attendant { name } denialBasis { reason } }
  ... on OccurrenceReopened { from { key } to { key } }
  ... on OccurrenceAssigned { attendant { name } previousAttendant { name } attendanceStarted }
  ... on OccurrenceTabEntrySaved { tab { key } tabEntry { data } created }
  ... on OccurrenceNoteAdded { note { body } }
  ... on OccurrenceAttachmentAdded { attachment { fileName } }
  ... on OccurrenceMessagePosted { message { body fromBeneficiary } }
  ... on OccurrenceUpdated { description previousDescription regulatoryKind previousRegulatoryKind reason }
  ... on OccurrenceSlaStateChanged { clock state previousState }
  ... on OccurrenceActionSettled { deliveryId action { key } outcome }`;

const query = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  occurrence(id: $id) {
    history(first: $first, after: $after, last: $last, before: $before) {
      nodes { ${events} }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;

describe('the history of an occurrence', () => {
  let app: TestApp;
  let stored: Stored;
  let attendant: TestClient;
  let member: TestClient;
  let occurrence: OccurrenceRow;
  let ana: Who;

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    attendant = await app.client('attendant');
    member = await app.client('beneficiary', { subject: 'ana' });
    const beneficiaryId = await stored.member('Ana Souza', { subject: 'ana' });
    ana = { kind: 'BENEFICIARY', id: beneficiaryId, name: 'Ana Souza' };
    const carla = await stored.attendant('carla');
    const { statuses, action } = stored.configuration;
    occurrence = await stored.occurrence({ beneficiaryId });
    await stored.event(
      occurrence,
      { kind: 'ASSIGNED', from: null, to: carla, attendanceStarted: true },
      { attendantId: carla },
    );
    await stored.move(occurrence, 'em_analise', { comment: 'Começamos', assignedTo: carla });
    await stored.note(occurrence, 'por dentro', 'INTERNAL');
    await stored.note(occurrence, 'para todos', 'PUBLIC');
    await stored.message(occurrence, 'E então?', ana);
    await stored.move(occurrence, 'auditoria');
    await stored.message(occurrence, 'durante a auditoria');
    await stored.move(occurrence, 'negado');
    await stored.entry(occurrence, 'dados', { valor: 1 });
    await stored.entry(occurrence, 'parecer', { texto: 'não' });
    await stored.attachment(occurrence, 'laudo.pdf', false);
    await stored.attachment(occurrence, 'recibo.pdf', false, ana);
    await stored.event(occurrence, {
      kind: 'UPDATED',
      description: { before: 'Consulta de março', after: 'Consulta de abril' },
      regulatoryKind: { before: null, after: 'URGENT' },
      reason: 'engano nosso',
    });
    await stored.event(occurrence, { kind: 'SLA_STATE_CHANGED', clock: 'SLA', from: null, to: 'ON_TRACK' });
    await stored.event(occurrence, {
      kind: 'SLA_STATE_CHANGED',
      clock: 'REGULATORY',
      from: 'ON_TRACK',
      to: 'AT_RISK',
    });
    await stored.event(
      occurrence,
      { kind: 'ACTION_SETTLED', deliveryId: 'dlv_1', actionId: action, outcome: 'SKIPPED' },
      { who: { kind: 'SYSTEM', name: 'ocorrencias' } },
    );
    await stored.event(
      occurrence,
      { kind: 'REOPENED', from: statuses.negado, to: statuses.em_analise },
      { statusId: statuses.em_analise },
    );
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const page = async (client: TestClient, variables: object = {}): Promise<any> =>
    (await client.data(query, { id: occurrence.id, first: 100, ...variables })).occurrence.history;

  it('tells staff all that happened, oldest first, without a gap', async () => {
    const by = (actor: string, rest: object) => ({ actor, ...rest });
    expect((await page(attendant)).nodes).toEqual(
      [
        by('Ana Souza', { __typename: 'OccurrenceCreated', status: { key: 'solicitado' }, channel: 'APP' }),
        by('Carla', {
          __typename: 'OccurrenceAssigned',
          attendant: { name: 'carla' },
          previousAttendant: null,
          attendanceStarted: true,
        }),
        by('Carla', {
          __typename: 'OccurrenceStatusChanged',
          from: { key: 'solicitado' },
          to: { key: 'em_analise' },
          comment: 'Começamos',
          attendant: { name: 'carla' },
          denialBasis: null,
        }),
        by('Carla', { __typename: 'OccurrenceNoteAdded', note: { body: 'por dentro' } }),
        by('Carla', { __typename: 'OccurrenceNoteAdded', note: { body: 'para todos' } }),
        by('Ana Souza', {
          __typename: 'OccurrenceMessagePosted',
          message: { body: 'E então?', fromBeneficiary: true },
        }),
        by('Carla', {
          __typename: 'OccurrenceStatusChanged',
          from: { key: 'em_analise' },
          to: { key: 'auditoria' },
          comment: null,
          attendant: null,
          denialBasis: null,
        }),
        by('Carla', {
          __typename: 'OccurrenceMessagePosted',
          message: { body: 'durante a auditoria', fromBeneficiary: false },
        }),
        by('Carla', {
          __typename: 'OccurrenceStatusChanged',
          from: { key: 'auditoria' },
          to: { key: 'negado' },
          comment: null,
          attendant: null,
          denialBasis: null,
        }),
        by('Carla', {
          __typename: 'OccurrenceTabEntrySaved',
          tab: { key: 'dados' },
          tabEntry: { data: { valor: 1 } },
          created: true,
        }),
        by('Carla', {
          __typename: 'OccurrenceTabEntrySaved',
          tab: { key: 'parecer' },
          tabEntry: { data: { texto: 'não' } },
          created: true,
        }),
        by('Carla', { __typename: 'OccurrenceAttachmentAdded', attachment: { fileName: 'laudo.pdf' } }),
        by('Ana Souza', { __typename: 'OccurrenceAttachmentAdded', attachment: { fileName: 'recibo.pdf' } }),
        by('Carla', {
          __typename: 'OccurrenceUpdated',
          description: 'Consulta de abril',
          previousDescription: 'Consulta de março',
          regulatoryKind: 'URGENT',
          previousRegulatoryKind: null,
          reason: 'engano nosso',
        }),
        by('Carla', { __typename: 'OccurrenceSlaStateChanged', clock: 'SLA', state: 'ON_TRACK', previousState: null }),
        by('Carla', {
          __typename: 'OccurrenceSlaStateChanged',
          clock: 'REGULATORY',
          state: 'AT_RISK',
          previousState: 'ON_TRACK',
        }),
        by('ocorrencias', {
          __typename: 'OccurrenceActionSettled',
          deliveryId: 'dlv_1',
          action: { key: 'aviso_pago' },
          outcome: 'SKIPPED',
        }),
        by('Carla', { __typename: 'OccurrenceReopened', from: { key: 'negado' }, to: { key: 'em_analise' } }),
      ].map((event, index) => ({ ...event, version: index + 1 })),
    );
  });

  it('tells a beneficiary what is for them; a move out of a hidden status comes from the last one shown', async () => {
    const { nodes } = await page(member);
    expect(nodes.map(({ version }: { version: number }) => version)).toEqual([1, 3, 5, 6, 9, 10, 13, 14, 16, 18]);
    const [, moved, noted, , outOfHiding, , attached, updated] = nodes;
    expect(moved).toMatchObject({ comment: 'Começamos', attendant: null });
    expect(noted).toMatchObject({ note: { body: 'para todos' } });
    expect(outOfHiding).toMatchObject({ from: { key: 'em_analise' }, to: { key: 'negado' } });
    expect(attached).toMatchObject({ attachment: { fileName: 'recibo.pdf' } });
    expect(updated).toMatchObject({ description: 'Consulta de abril', reason: null });
  });

  it.each([1, 2, 3, 7])('pages of %i are full after hiding, in both directions', async (size) => {
    for (const client of [attendant, member]) {
      const all = (await page(client)).nodes.map(({ version }: { version: number }) => version);
      const forward: number[][] = [];
      for (let after: string | null = null; ; ) {
        const { nodes, pageInfo } = await page(client, { first: size, after });
        forward.push(nodes.map(({ version }: { version: number }) => version));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      const backward: number[][] = [];
      for (let before: string | null = null; ; ) {
        const { nodes, pageInfo } = await page(client, { first: null, last: size, before });
        backward.unshift(nodes.map(({ version }: { version: number }) => version));
        if (!pageInfo.hasPreviousPage) break;
        before = pageInfo.startCursor;
      }
      expect(forward.flat()).toEqual(all);
      expect(backward.flat()).toEqual(all);
      expect(forward.slice(0, -1).every((one) => one.length === size)).toBe(true);
      expect(backward.slice(1).every((one) => one.length === size)).toBe(true);
    }
  });

  it('names attendants by the operator where it hides them, to beneficiaries alone', async () => {
    await stored.hideAttendants(true);
    const names = async (client: TestClient) => new Set((await page(client)).nodes.map(({ actor }: any) => actor));
    expect(await names(member)).toEqual(new Set(['Ana Souza', 'Operadora alfa']));
    expect(await names(attendant)).toEqual(new Set(['Ana Souza', 'Carla', 'ocorrencias']));
    await stored.hideAttendants(false);
    expect(await names(member)).toEqual(new Set(['Ana Souza', 'Carla']));
  });

  it.each([{ after: 'x' }, { first: 0 }, { last: 1 }, { after: Buffer.from('["HISTORY",1.5]').toString('base64url') }])(
    '%j is BAD_USER_INPUT',
    async (variables) => {
      const { errors } = await attendant.execute(query, { id: occurrence.id, first: 100, ...variables });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('is cut by the database as the pure rule says, whatever the event', async () => {
    const facets = (shown: boolean) => ({
      statusId: 'sta_1',
      attendantId: null,
      closed: false,
      shown,
      lastShownStatusId: null,
      slaState: null,
      regulatoryState: null,
    });
    const flags = [true, false];
    const payloads: EventPayload[] = [
      { kind: 'CREATED', statusId: 'a', channel: 'APP', intakeEntry: null },
      { kind: 'STATUS_CHANGED', from: 'a', to: 'b', comment: null, denialBasis: null, assignedTo: null },
      { kind: 'REOPENED', from: 'a', to: 'b' },
      { kind: 'UPDATED', reason: null },
      { kind: 'MESSAGE_EDITED', messageId: 'm' },
      { kind: 'MESSAGE_WITHDRAWN', messageId: 'm' },
      { kind: 'ASSIGNED', from: null, to: null, attendanceStarted: false },
      { kind: 'ACTION_SETTLED', deliveryId: 'd', actionId: 'a', outcome: 'FAILED' },
      { kind: 'NOTE_ADDED', noteId: 'n', visibility: 'PUBLIC' },
      { kind: 'NOTE_ADDED', noteId: 'n', visibility: 'INTERNAL' },
      { kind: 'SLA_STATE_CHANGED', clock: 'SLA', from: null, to: 'MET' },
      { kind: 'SLA_STATE_CHANGED', clock: 'REGULATORY', from: null, to: 'MET' },
      { kind: 'REANALYSIS_REQUESTED', reanalysisId: 'o' },
      ...flags.flatMap((flag): EventPayload[] => [
        { kind: 'MESSAGE_POSTED', messageId: 'm', fromBeneficiary: flag },
        { kind: 'MESSAGES_READ', byBeneficiary: flag, upToMessageId: 'm' },
        { kind: 'TAB_ENTRY_SAVED', tabId: 't', entryId: 'e', created: true, visibleToBeneficiary: flag },
        ...flags.map(
          (fromBeneficiary): EventPayload => ({
            kind: 'ATTACHMENT_ADDED',
            attachmentId: 'a',
            visibleToBeneficiary: flag,
            fromBeneficiary,
          }),
        ),
      ]),
    ];
    const events = payloads.flatMap((payload): FacetedEvent[] =>
      [null, facets(true), facets(false)].flatMap((before) =>
        flags.flatMap((shown) => flags.map((own) => ({ payload, before, after: facets(shown), own }))),
      ),
    );
    const condition = inBeneficiaryHistorySql('ben_viewer');
    const answers = await stored.write((em) =>
      em.execute<{ shown: boolean }[]>(
        `select coalesce(${condition.sql}, false) as shown from (
           select number, case when (value ->> 'own')::boolean then 'ben_viewer' else 'ben_other' end as actor_id,
                  value -> 'payload' ->> 'kind' as kind, value -> 'payload' as payload,
                  nullif(value -> 'before', 'null') as before, value -> 'after' as after
             from jsonb_array_elements(?::jsonb) with ordinality as listed (value, number)) e
          order by number`,
        [...condition.params, JSON.stringify(events)],
      ),
    );
    expect(answers.map(({ shown }) => shown)).toEqual(events.map(inBeneficiaryHistory));
  });
});
