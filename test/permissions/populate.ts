import type { TestApp } from '../kit/app.js';

/** What must never be seen by anybody of another operator: it stands in every text of the populated one. */
export const marker = 'SEGREDO';

const form = {
  key: 'pedido',
  name: `Pedido ${marker}`,
  schema: { type: 'object', properties: { texto: { type: 'string' } }, additionalProperties: false },
};

const status = (key: string, more: object) => ({
  key,
  internalDescription: `${key} ${marker}`,
  externalDescription: `${key} ${marker}`,
  color: '#1D4ED8',
  ...more,
});

const userErrors = 'userErrors { code message path }';

/**
 * One of everything in an operator, made through the API, and the ids of it all by kind. Ids of what exists only once it
 * has happened (deliveries, events) are read back.
 */
export async function populate(test: Pick<TestApp, 'client'>, operator: string): Promise<Record<string, string>> {
  const configurator = await test.client('configurator', { operator, name: marker });
  const supervisor = await test.client(['attendant', 'supervisor'], { operator, name: marker });
  const beneficiary = await test.client('beneficiary', {
    operator,
    name: marker,
    claims: { membership_number: marker },
  });
  const create = async (field: string, args: string, result: string, variables: object, client = configurator) => {
    const data = await client.data(
      `mutation ($input: ${args}) { ${field} { ${result} ${userErrors} } }`,
      variables as Record<string, unknown>,
    );
    const payload = data[field.split('(')[0]!];
    if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
    return payload;
  };

  const protocolType = await create(
    'protocolTypeCreate(input: $input)',
    'ProtocolTypeCreateInput!',
    'protocolType { id }',
    { input: { key: 'ans', name: marker, numbering: 'ANS' } },
  );
  const formDefinition = await create(
    'formDefinitionCreate(input: $input)',
    'FormDefinitionCreateInput!',
    'formDefinition { id }',
    { input: form },
  );
  const calendar = await create(
    'businessCalendarCreate(input: $input)',
    'BusinessCalendarCreateInput!',
    'businessCalendar { id }',
    {
      input: {
        key: 'central',
        name: marker,
        weeklyHours: [{ weekday: 'MONDAY', from: '00:00', to: '24:00' }],
        holidays: [{ name: marker, date: '2027-09-08' }],
      },
    },
  );
  const type = await create(
    'occurrenceTypeCreate(input: $input)',
    'OccurrenceTypeCreateInput!',
    'occurrenceType { id statuses { id key } tabs { id } actions { id } }',
    {
      input: {
        key: 'geral',
        name: `Geral ${marker}`,
        protocolTypeId: protocolType.protocolType.id,
        businessCalendarId: calendar.businessCalendar.id,
        viewMode: 'REQUEST',
        allowsAttendance: true,
        statuses: [
          status('aberto', { isDefault: true }),
          status('em_analise', { startsAttendance: true }),
          status('fechado', { resolves: true, closes: true }),
        ],
        tabs: [
          {
            key: 'pedido',
            name: marker,
            formId: formDefinition.formDefinition.id,
            allowsMultipleEntries: true,
            visibleToBeneficiary: true,
            filledByBeneficiary: true,
          },
        ],
        actions: [
          {
            key: 'aviso',
            description: marker,
            statusKey: 'aberto',
            kind: 'IN_APP',
            config: { title: marker, body: marker },
          },
        ],
      },
    },
  );
  const { id: typeId, statuses, tabs, actions } = type.occurrenceType;
  const token = await create('apiTokenCreate(input: $input)', 'ApiTokenCreateInput!', 'apiToken { id }', {
    input: { name: marker, scopes: ['occurrence:read'] },
  });
  const feature = await create('featureLink(input: $input)', 'FeatureLinkInput!', 'feature { id }', {
    input: { key: 'geral', name: marker, occurrenceTypeId: typeId },
  });
  const opened = await create(
    'occurrenceCreate(input: $input)',
    'OccurrenceCreateInput!',
    'cursor occurrence { id protocolNumber requester { id } }',
    { input: { featureKey: 'geral', description: marker } },
    beneficiary,
  );
  const { id, protocolNumber, requester } = opened.occurrence;
  const on = (name: string, input: string, result: string, value: object) =>
    create(`${name}(id: "${id}", input: $input)`, input, result, { input: value }, supervisor);
  const entry = await on('occurrenceTabEntrySave', 'TabEntrySaveInput!', 'tabEntry { id }', {
    tabKey: 'pedido',
    data: { texto: marker },
  });
  const note = await on('occurrenceNoteAdd', 'NoteAddInput!', 'note { id }', { body: marker, visibility: 'PUBLIC' });
  const message = await on('occurrenceMessagePost', 'MessagePostInput!', 'message { id }', { body: marker });
  const upload = await create(
    'attachmentUploadCreate(input: $input)',
    'AttachmentUploadCreateInput!',
    'uploadId uploadUrl',
    { input: { fileName: `${marker}.txt`, contentType: 'text/plain', byteSize: marker.length } },
    supervisor,
  );
  await fetch(upload.uploadUrl, { method: 'PUT', body: marker, headers: { 'content-type': 'text/plain' } });
  const attachment = await on('occurrenceAttachmentAdd', 'AttachmentAddInput!', 'attachment { id }', {
    uploadId: upload.uploadId,
  });
  const spare = await create(
    'attachmentUploadCreate(input: $input)',
    'AttachmentUploadCreateInput!',
    'uploadId uploadUrl',
    { input: { fileName: `${marker}.txt`, contentType: 'text/plain', byteSize: marker.length } },
    supervisor,
  );
  await fetch(spare.uploadUrl, { method: 'PUT', body: marker, headers: { 'content-type': 'text/plain' } });
  const device = await create(
    'deviceRegister(input: $input)',
    'DeviceRegisterInput!',
    'device { id }',
    { input: { token: `${marker}${'0'.repeat(64)}`, platform: 'ANDROID', name: marker } },
    beneficiary,
  );
  const read = await supervisor.data(
    `{ viewer { id operator { id } } actionDeliveries { nodes { id } } occurrence(id: "${id}") { history(first: 1) { nodes { id } } } }`,
  );
  const team = await create('teamCreate(input: $input)', 'TeamCreateInput!', 'team { id }', {
    input: { key: 'geral', name: marker, typeIds: [typeId], memberIds: [read.viewer.id] },
  });
  const { inbox } = await beneficiary.data('{ inbox { nodes { id } } }');
  const { configurationChanges } = await configurator.data('{ configurationChanges(first: 1) { nodes { id } } }');
  return {
    operator: read.viewer.operator.id,
    beneficiary: requester.id,
    attendant: read.viewer.id,
    protocolType: protocolType.protocolType.id,
    businessCalendar: calendar.businessCalendar.id,
    team: team.team.id,
    form: formDefinition.formDefinition.id,
    occurrenceType: typeId,
    status: statuses[1].id,
    tab: tabs[0].id,
    action: actions[0].id,
    feature: feature.feature.id,
    apiToken: token.apiToken.id,
    device: device.device.id,
    configurationChange: configurationChanges.nodes[0].id,
    occurrence: id,
    event: read.occurrence.history.nodes[0].id,
    tabEntry: entry.tabEntry.id,
    note: note.note.id,
    message: message.message.id,
    upload: spare.uploadId,
    attachment: attachment.attachment.id,
    delivery: read.actionDeliveries.nodes[0].id,
    inboxMessage: inbox.nodes[0].id,
    protocolNumber,
    cursor: opened.cursor,
  };
}
