import { UploadEntity } from '../../../src/modules/occurrences/index.js';
import { newId } from '../../../src/shared/ids.js';
import { startTestApp, type TestApp, type TestAppOptions } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { saved } from '../workflow/example.js';

/** A configured operator with people at work, all made through the API. */
export interface Desk extends AsyncDisposable {
  readonly app: TestApp;
  readonly configurator: TestClient;
  readonly carla: TestClient;
  readonly davi: TestClient;
  readonly paulo: TestClient;
  /** A system with every scope. */
  readonly erp: TestClient;
  /** A member, holder of Bia. */
  readonly ana: TestClient;
  /** A member who has nothing to do with the others. */
  readonly zoe: TestClient;
  readonly ids: Readonly<Record<'ana' | 'bia' | 'zoe' | 'carla' | 'davi', string>>;
  readonly typeId: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly tabs: Readonly<Record<string, string>>;
}

const allScopes = [
  'occurrence:read',
  'occurrence:create',
  'occurrence:changeStatus',
  'occurrence:update',
  'occurrence:reopen',
  'occurrence:note',
  'occurrence:fillTab',
  'occurrence:message',
  'configuration:read',
  'people:write',
  'action:read',
];

const intakeSchema = {
  type: 'object',
  properties: {
    valor: { type: 'number', minimum: 0 },
    recibo: { type: 'string', format: 'attachment', 'x-accept': ['application/pdf'], 'x-maxSizeMb': 1 },
  },
  required: ['valor'],
  additionalProperties: false,
};
const opinionSchema = { type: 'object', properties: { parecer: { type: 'string' } }, required: ['parecer'] };

const status = (key: string, rest: object = {}) => ({
  key,
  internalDescription: `${key}, por dentro`,
  externalDescription: `${key}, por fora`,
  color: '#1D4ED8',
  ...rest,
});

const inApp = (key: string, statusKey: string, rest: object = {}) => ({
  key,
  description: key,
  statusKey,
  kind: 'IN_APP',
  config: { title: 'Protocolo {{protocolo}}', body: 'Olá, {{solicitante.primeiroNome}}: {{status.descricao}}' },
  ...rest,
});

const reimbursement = (protocolTypeId: string, intakeFormId: string, opinionFormId: string) => ({
  key: 'reembolso',
  name: 'Reembolso',
  protocolTypeId,
  viewMode: 'REQUEST',
  allowsAttendance: true,
  regulatoryKind: 'NON_ASSISTENTIAL',
  intakeFormId,
  statuses: [
    status('solicitado', { isDefault: true, nextStatusKeys: ['em_analise', 'auditoria', 'cancelado', 'legado'] }),
    status('em_analise', { startsAttendance: true }),
    status('pendente', { requiresComment: true }),
    status('auditoria', { showInHistory: false, allowedRoles: ['SUPERVISOR'] }),
    status('negado', { resolves: true, requiresDenialBasis: true }),
    status('pago', { resolves: true, closes: true }),
    status('cancelado', { closes: true }),
    status('legado', { active: false }),
  ],
  tabs: [
    {
      key: 'dados',
      name: 'Dados',
      formId: intakeFormId,
      required: true,
      visibleToBeneficiary: true,
      filledByBeneficiary: true,
    },
    {
      key: 'despesas',
      name: 'Despesas',
      formId: intakeFormId,
      allowsMultipleEntries: true,
      visibleToBeneficiary: true,
    },
    { key: 'parecer', name: 'Parecer', formId: opinionFormId, requiredForStatusKeys: ['pago'] },
    { key: 'notas', name: 'Notas', content: 'NOTES' },
  ],
  actions: [
    inApp('recebido', 'solicitado'),
    {
      key: 'hook_solicitado',
      description: 'hook',
      statusKey: 'solicitado',
      kind: 'HOOK',
      config: { url: 'https://erp.example/hooks' },
    },
    inApp('valor_alto', 'em_analise', { condition: { '>': [{ var: 'formulario.valor' }, 1000] } }),
    inApp('em_analise', 'em_analise', {
      config: { title: 'Andamento', body: '{{statusAnterior.descricao}} > {{status.descricao}}{{comentario}}' },
    }),
    inApp('desligada', 'em_analise', { active: false }),
  ],
});

const plain = (key: string, protocolTypeId: string, rest: object) => ({
  key,
  name: key,
  protocolTypeId,
  viewMode: 'BASIC',
  allowsAttendance: true,
  statuses: [status('aberto', { isDefault: true }), status('encerrado', { closes: true })],
  ...rest,
});

/** Configures the operator alfa and lets its people sign in. */
export async function openDesk(options: TestAppOptions = {}): Promise<Desk> {
  const app = await startTestApp(options);
  const configurator = await app.client('configurator', { subject: 'rita' });
  const protocolTypeId = await made(configurator, 'protocolTypeCreate', 'protocolType', {
    key: 'ans',
    name: 'ANS',
    numbering: 'ANS',
  });
  const sequential = await made(configurator, 'protocolTypeCreate', 'protocolType', {
    key: 'interno',
    name: 'Interno',
    numbering: 'SEQUENTIAL',
    prefix: 'INT-',
  });
  const form = (key: string, schema: object) =>
    made(configurator, 'formDefinitionCreate', 'formDefinition', { key, name: key, schema });
  const intake = await form('dados', intakeSchema);
  const opinion = await form('parecer', opinionSchema);
  const answer = await configurator.data(
    `mutation ($input: OccurrenceTypeCreateInput!) {
       occurrenceTypeCreate(input: $input) {
         occurrenceType { id statuses { id key } tabs { id key } } userErrors { code message path }
       }
     }`,
    { input: reimbursement(protocolTypeId, intake, opinion) },
  );
  const type = saved(answer.occurrenceTypeCreate).occurrenceType;
  const typeCreate = (input: object) => made(configurator, 'occurrenceTypeCreate', 'occurrenceType', input);
  const chat = await typeCreate(plain('conversa', protocolTypeId, { viewMode: 'CHAT' }));
  await typeCreate(plain('interna', sequential, {}));
  const selfService = await typeCreate(plain('segunda_via', protocolTypeId, { allowsAttendance: false }));
  for (const [key, occurrenceTypeId] of Object.entries({
    reembolso_app: type.id,
    chat_app: chat,
    via_app: selfService,
  })) {
    await made(configurator, 'featureLink', 'feature', { key, occurrenceTypeId });
  }
  const { beneficiaryUpsert } = await configurator.data(
    `mutation {
       beneficiaryUpsert(input: { membershipNumber: "1", name: "Ana Souza", email: "ana@example.org" }) { userErrors { code } }
     }`,
  );
  saved(beneficiaryUpsert);
  const member = (subject: string, name: string, membershipNumber: string) =>
    app.client('beneficiary', { subject, name, claims: { membership_number: membershipNumber, membershipNumber } });
  const ana = await member('ana', 'Ana Souza', '1');
  const zoe = await member('zoe', 'Zoe Prado', '3');
  const anaId = await viewerId(ana);
  const carla = await app.client('attendant', { subject: 'carla', name: 'Carla Dias' });
  const davi = await app.client('attendant', { subject: 'davi', name: 'Davi Reis' });
  const bia = await configurator.data(
    `mutation ($holder: String!) {
       beneficiaryUpsert(input: { membershipNumber: "2", name: "Bia Souza", holderMembershipNumber: $holder }) {
         beneficiary { id } userErrors { code message path }
       }
     }`,
    { holder: '1' },
  );
  return {
    app,
    configurator,
    carla,
    davi,
    ana,
    zoe,
    paulo: await app.client('supervisor', { subject: 'paulo', name: 'Paulo Melo' }),
    erp: await app.client('integration', { subject: 'erp', name: 'ERP', scopes: allScopes }),
    ids: {
      ana: anaId,
      bia: saved(bia.beneficiaryUpsert).beneficiary.id,
      zoe: await viewerId(zoe),
      carla: await viewerId(carla),
      davi: await viewerId(davi),
    },
    typeId: type.id,
    statuses: idsByKey(type.statuses),
    tabs: idsByKey(type.tabs),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}

const idsByKey = (elements: { id: string; key: string }[]) =>
  Object.fromEntries(elements.map(({ id, key }) => [key, id]));

const viewerId = async (client: TestClient): Promise<string> => (await client.data('{ viewer { id } }')).viewer.id;

async function made(client: TestClient, mutation: string, result: string, input: object): Promise<string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await client.data(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${result} { id } userErrors { code message path } } }`,
    { input },
  );
  return saved(answer[mutation])[result].id;
}

/** A file that the subject has put where an upload said. */
export async function storedUpload(
  desk: Desk,
  subject: string,
  file: { contentType?: string; byteSize?: number; stored?: boolean } = {},
): Promise<string> {
  const { operators, clock, database } = desk.app;
  const now = clock.now();
  const id = newId('upload', now);
  const operatorId = operators.alfa;
  await database.transaction({ operatorId }, async (em) => {
    em.create(UploadEntity, {
      operatorId,
      id,
      subject,
      fileName: 'recibo.pdf',
      contentType: file.contentType ?? 'application/pdf',
      byteSize: file.byteSize ?? 1000,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 900_000),
      storedAt: file.stored === false ? null : now,
    });
  });
  return id;
}
