import type { TestClient } from '../kit/client.js';
import { saved } from '../operations/workflow/example.js';

export const typeKey = 'atendimento';

/** Where a status leads. */
export const nextStatuses: Readonly<Record<string, readonly string[]>> = {
  aberto: ['em_analise'],
  em_analise: ['pendente', 'resolvido'],
  pendente: ['em_analise'],
  resolvido: ['em_analise', 'encerrado'],
  encerrado: [],
};

/** The keys of the actions that each status fires: some land with the change, others wait for a channel. */
export const statusActions: Readonly<Record<string, readonly string[]>> = {
  aberto: ['aviso_aberto', 'push_aberto'],
  em_analise: ['aviso_em_analise'],
  pendente: ['push_pendente', 'email_pendente'],
  resolvido: ['aviso_resolvido', 'email_resolvido'],
  encerrado: ['aviso_encerrado'],
};

const configs: Readonly<Record<string, { kind: string; config: object }>> = {
  aviso: { kind: 'IN_APP', config: { title: 'Protocolo {{protocolo}}', body: '{{status.descricao}}' } },
  push: { kind: 'PUSH', config: { body: 'Protocolo {{protocolo}}' } },
  email: { kind: 'EMAIL', config: { to: 'ana@example.org', subject: '{{protocolo}}', body: 'Veja no aplicativo.' } },
};

const statuses = Object.entries(nextStatuses).map(([key, nextStatusKeys]) => ({
  key,
  internalDescription: key,
  externalDescription: key,
  color: '#1D4ED8',
  isDefault: key === 'aberto',
  startsAttendance: key === 'em_analise',
  resolves: key === 'resolvido',
  closes: key === 'encerrado',
  ...(nextStatusKeys.length > 0 && { nextStatusKeys }),
}));

const actions = Object.entries(statusActions).flatMap(([statusKey, keys]) =>
  keys.map((key) => ({ key, description: key, statusKey, ...configs[key.split('_')[0]!] })),
);

/** Configures a type whose statuses have actions; answers with the id of a member to open occurrences for. */
export async function configureServiceDesk(configurator: TestClient): Promise<string> {
  const { made, member } = await configurator.data(
    `mutation {
       made: protocolTypeCreate(input: { key: "interno", name: "Interno", numbering: SEQUENTIAL }) {
         protocolType { id } userErrors { code message path } }
       member: beneficiaryUpsert(input: { membershipNumber: "1", name: "Ana Souza" }) {
         beneficiary { id } userErrors { code message path } }
     }`,
  );
  const input = {
    key: typeKey,
    name: 'Atendimento',
    protocolTypeId: saved(made).protocolType.id,
    viewMode: 'BASIC',
    allowsAttendance: true,
    statuses,
    actions,
  };
  const { type } = await configurator.data(
    `mutation ($input: OccurrenceTypeCreateInput!) {
       type: occurrenceTypeCreate(input: $input) { userErrors { code message path } } }`,
    { input },
  );
  saved(type);
  return saved(member).beneficiary.id;
}
