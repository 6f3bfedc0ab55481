import type { TestClient } from '../../kit/client.js';

/** A small type that satisfies every rule, made through the API, for tests to bend. */
export interface Example {
  readonly protocolTypeId: string;
  readonly formId: string;
  readonly typeId: string;
  /** Of the type. */
  readonly key: string;
  /** Ids by key. */
  readonly statuses: Record<string, string>;
  readonly tabs: Record<string, string>;
  readonly actions: Record<string, string>;
}

export const userErrors = 'userErrors { code message path }';

export const exampleSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export const exampleSchema = {
  type: 'object',
  properties: { valor: { type: 'number' }, cidade: { type: 'string' } },
  required: ['valor'],
};

export const exampleType = (protocolTypeId: string, formId: string) => ({
  key: 'reembolso',
  name: 'Solicitação de Reembolso',
  protocolTypeId,
  sla: { amount: 5, unit: 'BUSINESS_DAYS' },
  regulatoryKind: 'NON_ASSISTENTIAL',
  viewMode: 'REQUEST',
  allowsAttendance: true,
  intakeFormId: formId,
  statuses: [
    {
      key: 'solicitado',
      internalDescription: 'Aguardando triagem',
      externalDescription: 'Recebemos seu pedido',
      color: '#1D4ED8',
      isDefault: true,
      displayOrder: 1,
      nextStatusKeys: ['em_analise', 'pago'],
    },
    {
      key: 'em_analise',
      internalDescription: 'Em análise',
      externalDescription: 'Estamos conferindo',
      color: '#B45309',
      startsAttendance: true,
      displayOrder: 2,
    },
    {
      key: 'auditoria',
      internalDescription: 'Auditoria interna',
      externalDescription: 'Em processamento',
      color: '#B45309',
      showInHistory: false,
      allowedRoles: ['SUPERVISOR'],
      displayOrder: 3,
    },
    {
      key: 'pago',
      internalDescription: 'Pago',
      externalDescription: 'Pagamento realizado',
      color: '#15803D',
      resolves: true,
      closes: true,
      displayOrder: 4,
    },
  ],
  tabs: [
    {
      key: 'dados',
      name: 'Dados',
      formId,
      required: true,
      requiredForStatusKeys: ['auditoria', 'pago'],
      visibleToBeneficiary: true,
      filledByBeneficiary: true,
      displayOrder: 1,
    },
    { key: 'historico', name: 'Histórico', content: 'HISTORY', displayOrder: 2 },
  ],
  actions: [
    {
      key: 'hook_pago',
      description: 'hook - reembolso - pago',
      statusKey: 'pago',
      kind: 'HOOK',
      config: {
        url: 'https://erp.example/hooks',
        secret: exampleSecret,
        headers: { Authorization: 'Bearer abc', 'X-Source': 'ocorrencias' },
      },
      condition: { '>': [{ var: 'abas.dados.valor' }, 100] },
    },
  ],
});

export async function createProtocolType(client: TestClient, key = 'ans'): Promise<string> {
  const { protocolTypeCreate } = await client.data(
    `mutation ($key: String!) {
       protocolTypeCreate(input: { key: $key, name: "Protocolo ANS", numbering: ANS }) { protocolType { id } ${userErrors} }
     }`,
    { key },
  );
  return saved(protocolTypeCreate).protocolType.id;
}

export async function createForm(client: TestClient, key = 'dados', schema: object = exampleSchema): Promise<string> {
  const { formDefinitionCreate } = await client.data(
    `mutation ($input: FormDefinitionCreateInput!) {
       formDefinitionCreate(input: $input) { formDefinition { id } ${userErrors} }
     }`,
    { input: { key, name: 'Dados do reembolso', schema } },
  );
  return saved(formDefinitionCreate).formDefinition.id;
}

const occurrenceTypeCreate = `mutation ($input: OccurrenceTypeCreateInput!) {
  occurrenceTypeCreate(input: $input) {
    occurrenceType { id statuses { id key } tabs { id key } actions { id key } }
    ${userErrors}
  }
}`;

/** `suffix` tells several of one operator apart: it ends the keys of the type, its protocol type and its form. */
export async function createExample(client: TestClient, suffix = ''): Promise<Example> {
  const protocolTypeId = await createProtocolType(client, `ans${suffix}`);
  const formId = await createForm(client, `dados${suffix}`);
  const key = `reembolso${suffix}`;
  const answer = await client.data(occurrenceTypeCreate, {
    input: { ...exampleType(protocolTypeId, formId), key },
  });
  const { occurrenceType } = saved(answer.occurrenceTypeCreate);
  const ids = (elements: { id: string; key: string }[]) => Object.fromEntries(elements.map(({ id, key }) => [key, id]));
  return {
    protocolTypeId,
    formId,
    typeId: occurrenceType.id,
    key,
    statuses: ids(occurrenceType.statuses),
    tabs: ids(occurrenceType.tabs),
    actions: ids(occurrenceType.actions),
  };
}

export async function linkFeature(
  client: TestClient,
  occurrenceTypeId: string,
  key = 'reembolso_app',
): Promise<string> {
  const { featureLink } = await client.data(
    `mutation ($input: FeatureLinkInput!) { featureLink(input: $input) { feature { id } ${userErrors} } }`,
    { input: { key, occurrenceTypeId } },
  );
  return saved(featureLink).feature.id;
}

/** What a payload carries, which must be without user errors. */
export function saved<P extends { userErrors: unknown[] }>(payload: P): P {
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload;
}

/** User errors by code and path, sorted. */
export const found = ({ userErrors: errors }: { userErrors: { code: string; path: string[] | null }[] }): string[] =>
  errors.map(({ code, path }) => `${code} ${path?.join('.')}`).toSorted();
