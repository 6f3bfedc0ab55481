import { expect, it } from 'vitest';
import { startTestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { TestStream } from '../kit/stream.js';
import * as examples from '../generated/graphql.js';
import {
  type BusinessCalendarCreateInput,
  type OccurrenceTypeCreateInput,
  type TypedDocumentString,
  AddNoteDocument,
  AssignDocument,
  AttachDocument,
  BusinessTimeDocument,
  ChangeStatusDocument,
  CountersDocument,
  CreateBusinessCalendarDocument,
  CreateFormDocument,
  CreateOccurrenceTypeDocument,
  CreateProtocolTypeDocument,
  CreateUploadDocument,
  DeliveriesDocument,
  FollowActivityDocument,
  FollowCountersDocument,
  FollowMineDocument,
  FollowOccurrenceDocument,
  FollowQueueDocument,
  HistoryDocument,
  InboxDocument,
  LinkFeatureDocument,
  MyOccurrencesDocument,
  OccurrenceDocument,
  OpenOccurrenceDocument,
  PostMessageDocument,
  ProtocolDocument,
  QueueDocument,
  ReopenDocument,
  ReportsDocument,
  RequestReanalysisDocument,
  SaveTabEntryDocument,
  SignalActivityDocument,
  StartAttendanceDocument,
  UpsertBeneficiaryDocument,
  ViewerDocument,
} from '../generated/graphql.js';

/** Every operation of the examples is part of this walk. */
const used = new Set<string>();

function ask<R, V>(client: TestClient, document: TypedDocumentString<R, V>, variables?: V): Promise<R> {
  used.add(document.toString());
  return client.data<R>(document.toString(), { ...variables });
}

function follow<R, V>(client: TestClient, document: TypedDocumentString<R, V>, variables?: V): TestStream<R> {
  used.add(document.toString());
  return new TestStream<R>(client, document.toString(), { ...variables });
}

const address = {
  key: 'endereco',
  name: 'Endereço',
  schema: {
    type: 'object',
    properties: { cep: { type: 'string', format: 'cep' }, rua: { type: 'string', minLength: 1 } },
    required: ['cep', 'rua'],
    additionalProperties: false,
  },
};
const review = {
  key: 'conferencia',
  name: 'Conferência',
  schema: {
    type: 'object',
    properties: { documentosConferem: { type: 'boolean' } },
    required: ['documentosConferem'],
    additionalProperties: false,
  },
};

const officeHours: BusinessCalendarCreateInput = {
  key: 'expediente',
  name: 'Horário de expediente',
  weeklyHours: (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const).flatMap((weekday) => [
    { weekday, from: '08:00', to: '12:00' },
    { weekday, from: '13:00', to: '18:00' },
  ]),
  holidays: [{ name: 'Mudança de sede', date: '2026-11-25' }],
};

const typeInput = (ids: {
  protocolTypeId: string;
  businessCalendarId: string;
  addressId: string;
  reviewId: string;
}): OccurrenceTypeCreateInput => ({
  key: 'mudanca_endereco',
  name: 'Mudança de endereço',
  protocolTypeId: ids.protocolTypeId,
  businessCalendarId: ids.businessCalendarId,
  viewMode: 'REQUEST',
  allowsAttendance: true,
  regulatoryKind: 'NON_ASSISTENTIAL',
  intakeFormId: ids.addressId,
  statuses: [
    {
      key: 'solicitado',
      internalDescription: 'Aguardando triagem',
      externalDescription: 'Recebemos seu pedido',
      color: '#1D4ED8',
      isDefault: true,
      nextStatusKeys: ['em_analise', 'cancelado'],
    },
    {
      key: 'em_analise',
      internalDescription: 'Em análise pelo cadastro',
      externalDescription: 'Estamos conferindo os dados',
      color: '#B45309',
      startsAttendance: true,
    },
    {
      key: 'processado',
      internalDescription: 'Processado',
      externalDescription: 'Cadastro atualizado',
      color: '#15803D',
      resolves: true,
      closes: true,
    },
    {
      key: 'indeferido',
      internalDescription: 'Indeferido',
      externalDescription: 'Não foi possível atualizar: veja o motivo',
      color: '#B91C1C',
      resolves: true,
      closes: true,
      requiresDenialBasis: true,
    },
    {
      key: 'cancelado',
      internalDescription: 'Cancelado',
      externalDescription: 'Pedido cancelado',
      color: '#4B5563',
      closes: true,
      requiresComment: true,
    },
  ],
  tabs: [
    {
      key: 'endereco',
      name: 'Endereço',
      formId: ids.addressId,
      visibleToBeneficiary: true,
      filledByBeneficiary: true,
      required: true,
    },
    { key: 'conferencia', name: 'Conferência', formId: ids.reviewId, required: true, displayOrder: 1 },
  ],
  actions: [
    {
      key: 'aviso_recebido',
      description: 'in-app - mudança de endereço - solicitado',
      statusKey: 'solicitado',
      kind: 'IN_APP',
      config: { title: 'Recebemos seu pedido', body: 'Protocolo {{ protocolo }}.' },
    },
    {
      key: 'email_processado',
      description: 'e-mail - mudança de endereço - processado',
      statusKey: 'processado',
      kind: 'EMAIL',
      config: { to: '{{ solicitante.email }}', subject: 'Pronto', body: 'Protocolo {{ protocolo }}.' },
    },
  ],
});

const ombudsmanInput = (protocolTypeId: string): OccurrenceTypeCreateInput => ({
  key: 'ouvidoria',
  name: 'Reanálise pela Ouvidoria',
  protocolTypeId,
  viewMode: 'REQUEST',
  allowsAttendance: true,
  regulatoryKind: 'OMBUDSMAN_REANALYSIS',
  statuses: [
    {
      key: 'recebido',
      internalDescription: 'Recebido',
      externalDescription: 'A Ouvidoria recebeu seu pedido',
      color: '#1D4ED8',
      isDefault: true,
    },
    {
      key: 'revista',
      internalDescription: 'Revista',
      externalDescription: 'Resposta revista: veja o resultado',
      color: '#15803D',
      resolves: true,
      closes: true,
    },
  ],
});

it('walks from an empty operator to a resolved occurrence that everybody saw change', async () => {
  await using test = await startTestApp({ now: '2026-11-24T12:00:00.000Z' });
  const configurator = await test.client('configurator');
  const attendant = await test.client('attendant', { name: 'Carla Mendes' });
  const supervisor = await test.client('supervisor');
  const beneficiary = await test.client('beneficiary', { name: 'Ana Souza', claims: { membership_number: '0001' } });

  // Who is asking
  const { viewer } = await ask(configurator, ViewerDocument);
  expect(viewer.operator.slug).toBe('alfa');
  expect(viewer.permissions).toContain('configuration:write');

  // Configure
  const { protocolTypeCreate } = await ask(configurator, CreateProtocolTypeDocument, {
    input: { key: 'ans', name: 'Protocolo ANS', numbering: 'ANS' },
  });
  const { businessCalendarCreate } = await ask(configurator, CreateBusinessCalendarDocument, { input: officeHours });
  expect(businessCalendarCreate).toMatchObject({ userErrors: [], businessCalendar: officeHours });
  const calendarId = businessCalendarCreate.businessCalendar!.id;
  // From Tuesday, 09:00 in Brasília, over lunch, the night and a day off: Thursday, 10:00.
  const { businessTime } = await ask(configurator, BusinessTimeDocument, {
    from: test.clock.now().toISOString(),
    calendarId,
    addMinutes: 600,
  });
  expect(businessTime).toMatchObject({ until: '2026-11-26T13:00:00.000Z', minutes: 600, days: 1 });
  const formIds: string[] = [];
  for (const input of [address, review]) {
    const { formDefinitionCreate } = await ask(configurator, CreateFormDocument, { input });
    expect(formDefinitionCreate.userErrors).toEqual([]);
    formIds.push(formDefinitionCreate.formDefinition!.id);
  }
  const input = typeInput({
    protocolTypeId: protocolTypeCreate.protocolType!.id,
    businessCalendarId: calendarId,
    addressId: formIds[0]!,
    reviewId: formIds[1]!,
  });
  const broken = { ...input, statuses: input.statuses.with(0, { ...input.statuses[0]!, color: 'azul' }) };
  const refused = await ask(configurator, CreateOccurrenceTypeDocument, { input: broken });
  expect(refused.occurrenceTypeCreate).toMatchObject({
    occurrenceType: null,
    userErrors: [{ code: 'INVALID', path: ['input', 'statuses', '0', 'color'] }],
  });
  const { occurrenceTypeCreate } = await ask(configurator, CreateOccurrenceTypeDocument, { input });
  expect(occurrenceTypeCreate.userErrors).toEqual([]);
  expect(occurrenceTypeCreate.occurrenceType!.defaultStatus.key).toBe('solicitado');

  // Link
  const { featureLink } = await ask(configurator, LinkFeatureDocument, {
    input: { key: 'mudar-endereco', name: 'Mudar endereço', occurrenceTypeId: occurrenceTypeCreate.occurrenceType!.id },
  });
  expect(featureLink.userErrors).toEqual([]);

  // Everybody listens
  const { occurrences: before } = await ask(attendant, QueueDocument, { filter: { open: true } });
  expect(before).toMatchObject({ totalCount: 0, nodes: [] });
  await using queue = follow(attendant, FollowQueueDocument, {
    filter: { open: true },
    after: before.streamCursor,
  });
  await using mine = follow(beneficiary, FollowMineDocument);
  await using counters = follow(supervisor, FollowCountersDocument, { filter: { open: true } });
  expect((await queue.next()).queueUpdates).toMatchObject({ kind: 'READY', cursor: before.streamCursor });
  expect((await mine.next()).myOccurrenceUpdates.kind).toBe('READY');
  expect((await counters.next()).queueCounters).toMatchObject({ total: 0, unassigned: 0 });

  // Open
  const { occurrenceCreate } = await ask(beneficiary, OpenOccurrenceDocument, {
    input: {
      featureKey: 'mudar-endereco',
      description: 'Mudei de casa',
      intake: { cep: '29010-000', rua: 'Rua das Flores' },
      idempotencyKey: 'um',
    },
  });
  expect(occurrenceCreate).toMatchObject({
    userErrors: [],
    occurrence: { protocolNumber: '99999120261124000001', version: 1, status: { key: 'solicitado' } },
  });
  const { id, protocolNumber } = occurrenceCreate.occurrence!;
  expect((await queue.next()).queueUpdates).toMatchObject({
    kind: 'ENTERED',
    cursor: occurrenceCreate.cursor,
    event: { __typename: 'OccurrenceCreated', version: 1 },
    occurrence: { protocolNumber },
  });
  expect((await mine.next()).myOccurrenceUpdates).toMatchObject({ kind: 'ENTERED', occurrence: { protocolNumber } });
  expect((await counters.until((data) => data.queueCounters.total === 1)).queueCounters.unassigned).toBe(1);
  const { inbox } = await ask(beneficiary, InboxDocument);
  expect(inbox.nodes).toMatchObject([{ title: 'Recebemos seu pedido', body: `Protocolo ${protocolNumber}.` }]);

  // Attend
  const { occurrenceStartAttendance } = await ask(attendant, StartAttendanceDocument, { id });
  expect(occurrenceStartAttendance).toMatchObject({
    userErrors: [],
    occurrence: { version: 2, status: { key: 'em_analise' }, attendant: { name: 'Carla Mendes' } },
  });
  expect((await queue.next()).queueUpdates).toMatchObject({
    kind: 'UPDATED',
    event: { __typename: 'OccurrenceStatusChanged', from: { key: 'solicitado' }, to: { key: 'em_analise' } },
  });
  expect((await mine.next()).myOccurrenceUpdates).toMatchObject({
    kind: 'UPDATED',
    event: { to: { externalDescription: 'Estamos conferindo os dados' } },
  });

  // Blocked by an incomplete tab, as was said before trying
  await using one = follow(beneficiary, FollowOccurrenceDocument, { occurrenceId: id });
  expect((await one.next()).occurrenceUpdates.kind).toBe('READY');
  const { occurrence: asked } = await ask(attendant, OccurrenceDocument, { id });
  const toResolve = asked!.transitions.find((move) => move.to.key === 'processado');
  expect(toResolve!.blockedBy).toMatchObject([{ code: 'TAB_INCOMPLETE' }]);
  const move = { id, input: { statusKey: 'processado', expectedVersion: 2 } };
  const blocked = await ask(attendant, ChangeStatusDocument, move);
  expect(blocked.occurrenceChangeStatus).toMatchObject({
    occurrence: { version: 2, status: { key: 'em_analise' } },
    cursor: null,
    userErrors: [{ code: 'TAB_INCOMPLETE' }],
  });

  // Fill in
  const entry = { id, input: { tabKey: 'conferencia', data: { documentosConferem: 'sim' } } };
  const invalid = await ask(attendant, SaveTabEntryDocument, entry);
  expect(invalid.occurrenceTabEntrySave.userErrors).toMatchObject([
    { code: 'FORM_INVALID', path: ['input', 'data', 'documentosConferem'] },
  ]);
  const filled = await ask(attendant, SaveTabEntryDocument, {
    id,
    input: { tabKey: 'conferencia', data: { documentosConferem: true } },
  });
  expect(filled.occurrenceTabEntrySave).toMatchObject({ userErrors: [], occurrence: { version: 3 } });

  // Speak with each other, add a remark and a file
  await using activity = follow(beneficiary, FollowActivityDocument, { occurrenceId: id });
  const [self] = (await activity.next()).occurrenceActivity.viewers;
  const signalled = await ask(attendant, SignalActivityDocument, { id, typing: true });
  expect(signalled.occurrenceActivitySignal).toMatchObject({
    userErrors: [],
    activity: { typing: [expect.any(String)] },
  });
  const { typing } = signalled.occurrenceActivitySignal.activity!;
  expect((await activity.next()).occurrenceActivity).toEqual({ viewers: [self], typing });
  await ask(attendant, SignalActivityDocument, { id, typing: false });
  expect((await activity.next()).occurrenceActivity.typing).toEqual([]);
  const said = await ask(attendant, PostMessageDocument, { id, input: { body: 'Quase pronto.' } });
  expect(said.occurrenceMessagePost).toMatchObject({ userErrors: [], message: { fromBeneficiary: false } });
  expect((await one.next()).occurrenceUpdates.event?.__typename).toBe('OccurrenceMessagePosted');
  const noted = await ask(attendant, AddNoteDocument, { id, input: { body: 'Conferido por telefone.' } });
  expect(noted.occurrenceNoteAdd).toMatchObject({ userErrors: [], note: { visibility: 'INTERNAL' } });
  const bytes = Buffer.from('comprovante\n');
  const { attachmentUploadCreate: upload } = await ask(beneficiary, CreateUploadDocument, {
    input: { fileName: 'comprovante.txt', contentType: 'text/plain', byteSize: bytes.length },
  });
  const put = await fetch(upload.uploadUrl!, { method: 'PUT', body: bytes, headers: { 'content-type': 'text/plain' } });
  expect(put.ok).toBe(true);
  const attached = await ask(beneficiary, AttachDocument, { id, input: { uploadId: upload.uploadId! } });
  expect(attached.occurrenceAttachmentAdd.userErrors).toEqual([]);
  const download = await fetch(attached.occurrenceAttachmentAdd.attachment!.url);
  expect(await download.text()).toBe('comprovante\n');

  // Resolve
  const resolved = await ask(attendant, ChangeStatusDocument, move);
  expect(resolved.occurrenceChangeStatus).toMatchObject({
    userErrors: [],
    occurrence: { status: { key: 'processado' } },
  });
  const left = await queue.until((data) => data.queueUpdates.kind === 'LEFT');
  expect(left.queueUpdates).toMatchObject({ cursor: resolved.occurrenceChangeStatus.cursor, occurrenceId: id });
  const seen = await mine.until(
    ({ myOccurrenceUpdates: { occurrence } }) => occurrence?.status.externalDescription === 'Cadastro atualizado',
  );
  expect(seen.myOccurrenceUpdates).toMatchObject({
    kind: 'UPDATED',
    event: { to: { externalDescription: 'Cadastro atualizado' } },
  });
  await counters.until((data) => data.queueCounters.total === 0);

  // What each can read of it
  const { occurrence: whole } = await ask(supervisor, HistoryDocument, { id });
  expect(whole!.history.nodes.map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const { occurrence: shown } = await ask(beneficiary, HistoryDocument, { id });
  expect(shown!.history.nodes.map((event) => event.__typename)).toEqual([
    'OccurrenceCreated',
    'OccurrenceStatusChanged',
    'OccurrenceMessagePosted',
    'OccurrenceAttachmentAdded',
    'OccurrenceStatusChanged',
  ]);
  const { myOccurrences } = await ask(beneficiary, MyOccurrencesDocument);
  expect(myOccurrences.nodes).toMatchObject([{ status: { externalDescription: 'Cadastro atualizado' } }]);
  const { protocol } = await ask(attendant, ProtocolDocument, { number: protocolNumber });
  expect(protocol!.occurrences).toMatchObject([{ id }]);
  const { actionDeliveries } = await ask(supervisor, DeliveriesDocument, { occurrenceId: id });
  expect(actionDeliveries.nodes.map((delivery) => [delivery.action.kind, delivery.state])).toEqual(
    expect.arrayContaining([
      ['IN_APP', 'DELIVERED'],
      ['EMAIL', 'PENDING'],
    ]),
  );

  // Nothing moves a closed one but reopening
  const closed = await ask(attendant, AssignDocument, { id, input: { attendantId: null } });
  expect(closed.occurrenceAssign.userErrors).toMatchObject([{ code: 'OCCURRENCE_CLOSED' }]);
  const reopened = await ask(supervisor, ReopenDocument, { id });
  expect(reopened.occurrenceReopen).toMatchObject({ userErrors: [], occurrence: { status: { key: 'em_analise' } } });

  // The operator's systems make members known
  const upserted = await ask(configurator, UpsertBeneficiaryDocument, {
    input: { membershipNumber: '0002', name: 'Elisa Rocha', holderMembershipNumber: '0001' },
  });
  expect(upserted.beneficiaryUpsert).toMatchObject({ userErrors: [], beneficiary: { holder: { name: 'Ana Souza' } } });
  const { occurrenceCounters } = await ask(supervisor, CountersDocument, {});
  expect(occurrenceCounters.total).toBe(1);

  // What a supervisor is told of it
  const today = test.clock.now().toISOString().slice(0, 10);
  const reports = await ask(supervisor, ReportsDocument, { from: today, until: today, period: 'DAY' });
  expect(reports).toMatchObject({
    reportVolume: [{ opened: 1, resolved: 1, closed: 1, closedUnresolved: 0, reopened: 1 }],
    reportTimes: [{ firstAttendance: { business: { count: 1 } }, resolution: { business: { count: 1 } } }],
    reportSla: [],
    reportRegulatoryAnswers: [{ inTime: 1, late: 0, pending: 0, inTimeShare: 1 }],
    reportAgeing: [{ open: 1 }],
    reportBacklog: [{ open: 1 }],
  });
  // Denied after all: the member asks the ombudsman, and both sides see the link
  const ombudsman = ombudsmanInput(protocolTypeCreate.protocolType!.id);
  const { occurrenceTypeCreate: second } = await ask(configurator, CreateOccurrenceTypeDocument, { input: ombudsman });
  expect(second.userErrors).toEqual([]);
  const denialBasis = { reason: 'O endereço não confere com o documento.', provision: 'Cláusula 4.2 do contrato' };
  const unanswered = { id, input: { statusKey: 'indeferido', comment: 'Em análise', denialBasis } };
  const generic = await ask(attendant, ChangeStatusDocument, unanswered);
  expect(generic.occurrenceChangeStatus.userErrors).toMatchObject([
    { code: 'GENERIC_ANSWER', path: ['input', 'comment'] },
  ]);
  const denied = await ask(attendant, ChangeStatusDocument, { id, input: { statusKey: 'indeferido', denialBasis } });
  expect(denied.occurrenceChangeStatus.userErrors).toEqual([]);
  const asking = { id, input: { reason: 'O documento é o novo: vejam o anexo.' } };
  const { occurrenceRequestReanalysis: reanalysis } = await ask(beneficiary, RequestReanalysisDocument, asking);
  expect(reanalysis).toMatchObject({
    userErrors: [],
    occurrence: {
      status: { externalDescription: 'A Ouvidoria recebeu seu pedido' },
      regulatoryAnswer: { dueAt: '2026-12-04T02:59:59.999Z' },
      reanalysisOf: { id, denialBasis, reanalyses: [{ id: reanalysis.occurrence!.id }] },
    },
  });
  const { occurrence: told } = await ask(beneficiary, HistoryDocument, { id });
  expect(told!.history.nodes.at(-1)?.__typename).toBe('OccurrenceReanalysisRequested');

  const documents = Object.entries(examples).filter(([name]) => /\wDocument$/.test(name));
  expect(documents.filter(([, document]) => !used.has(String(document))).map(([name]) => name)).toEqual([]);
});
