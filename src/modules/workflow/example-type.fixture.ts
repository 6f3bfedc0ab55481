import { usualGenericTerms } from '../answers/index.js';
import { typeDefinition } from './definition-create.js';
import type { OccurrenceTypeInput } from './definition-input.js';
import type { KnownConfiguration } from './known-configuration.js';
import type { Action, OccurrenceType, Status, Tab } from './model.js';
import { checkType } from './type-rules.js';

// A small type that satisfies every rule, for tests to bend: as a mutation gives it, and as it is stored.

export const exampleKnown: KnownConfiguration = {
  protocolTypes: new Set(['prt_ans']),
  businessCalendars: new Set(['bca_central']),
  forms: new Map([
    ['frm_dados', { active: true, fields: ['valor', 'endereco.cidade'] }],
    ['frm_antigo', { active: false, fields: [] }],
  ]),
  genericTerms: usualGenericTerms,
};

type Draft<T> = T extends readonly (infer E)[]
  ? Draft<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Draft<T[K]> }
    : T;

export const exampleInput = (): Draft<OccurrenceTypeInput> => ({
  key: 'reembolso',
  name: 'Solicitação de Reembolso',
  protocolTypeId: 'prt_ans',
  sla: { amount: 5, unit: 'BUSINESS_DAYS' },
  viewMode: 'REQUEST',
  allowsAttendance: true,
  intakeFormId: 'frm_dados',
  statuses: [
    {
      key: 'solicitado',
      internalDescription: 'Aguardando triagem',
      externalDescription: 'Recebemos seu pedido',
      color: '#1D4ED8',
      isDefault: true,
      nextStatusKeys: ['em_analise'],
    },
    {
      key: 'em_analise',
      internalDescription: 'Em análise',
      externalDescription: 'Estamos conferindo',
      color: '#b45309',
      startsAttendance: true,
    },
    {
      key: 'pago',
      internalDescription: 'Pago',
      externalDescription: 'Pagamento realizado',
      color: '#15803D',
      resolves: true,
      closes: true,
    },
  ],
  tabs: [
    { key: 'dados', name: 'Dados', formId: 'frm_dados', required: true, requiredForStatusKeys: ['pago'] },
    { key: 'historico', name: 'Histórico', content: 'HISTORY' },
  ],
  actions: [
    {
      key: 'push_pago',
      description: 'push - reembolso - pago',
      statusKey: 'pago',
      kind: 'PUSH',
      config: { body: 'Pago: {{protocolo}}.' },
      condition: { '>': [{ var: 'abas.dados.valor' }, 100] },
    },
  ],
});

export type ExampleInput = ReturnType<typeof exampleInput>;
export type Found = [code: string, path: string];

/** What is found wrong with the example once it has been bent. */
export function foundIn(bend: (input: ExampleInput) => void): Found[] {
  const input = exampleInput();
  bend(input);
  return checkType(typeDefinition(input), exampleKnown).map(({ code, path }) => [code, path!.join('.')]);
}

const storedStatus = (own: Partial<Status> & Pick<Status, 'id' | 'key'>): Status => ({
  typeId: 'oct_1',
  internalDescription: own.key,
  externalDescription: own.key,
  category: 'IN_PROGRESS',
  color: '#000000',
  isDefault: false,
  startsAttendance: false,
  showInHistory: true,
  resolves: false,
  closes: false,
  pausesSla: false,
  conclusive: false,
  requiresComment: false,
  requiresDenialBasis: false,
  displayOrder: 0,
  active: true,
  nextStatusIds: null,
  allowedRoles: ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'],
  ...own,
});

const storedTab: Tab = {
  id: 'tab_dados',
  typeId: 'oct_1',
  key: 'dados',
  name: 'Dados',
  content: 'FORM',
  formId: 'frm_dados',
  allowsMultipleEntries: false,
  displayMode: 'LIST',
  displayOrder: 0,
  required: true,
  requiredForStatusIds: ['sta_pago'],
  visibleToBeneficiary: true,
  filledByBeneficiary: true,
  active: true,
};

export const storedHook: Action = {
  id: 'act_hook',
  typeId: 'oct_1',
  statusId: 'sta_pago',
  key: 'hook_pago',
  description: 'hook - reembolso - pago',
  kind: 'HOOK',
  config: {
    url: 'https://erp.example/hooks',
    secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    headers: { Authorization: 'Bearer abc', 'X-Source': 'ocorrencias' },
    timeoutMs: 5000,
    includeForms: false,
  },
  condition: { and: [{ '>': [{ var: 'abas.dados.valor' }, 100] }, { '!': { missing: ['abas.dados.valor'] } }] },
  active: true,
};

export const storedExample: OccurrenceType = {
  id: 'oct_1',
  key: 'reembolso',
  name: 'Solicitação de Reembolso',
  protocolTypeId: 'prt_ans',
  businessCalendarId: null,
  sla: { amount: 5, unit: 'BUSINESS_DAYS', metric: 'RESOLUTION', warnAtPercent: 80 },
  regulatoryKind: 'NON_ASSISTENTIAL',
  regulatoryRules: [],
  reanalysisTypeId: null,
  viewMode: 'REQUEST',
  chat: null,
  allowsAttendance: true,
  intakeFormId: 'frm_dados',
  active: true,
  statuses: [
    storedStatus({
      id: 'sta_solicitado',
      key: 'solicitado',
      isDefault: true,
      category: 'NEW',
      nextStatusIds: ['sta_analise', 'sta_pago'],
    }),
    storedStatus({ id: 'sta_analise', key: 'em_analise', startsAttendance: true }),
    storedStatus({ id: 'sta_pago', key: 'pago', closes: true, resolves: true, conclusive: true, category: 'RESOLVED' }),
    storedStatus({ id: 'sta_antigo', key: 'antigo', active: false }),
  ],
  tabs: [storedTab],
  actions: [storedHook],
};
