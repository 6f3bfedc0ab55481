import type { OccurrenceTypeContent, OperatorContent } from './content.js';
import { form, longText, required } from './form-builder.js';

const request = form('solicitacao', 'Solicitação', {
  pedido: required(longText('O que você precisa?', { maxLength: 1000 })),
});

const requests: OccurrenceTypeContent = {
  key: 'solicitacao',
  name: 'Solicitação Geral',
  protocolTypeKey: 'ans_atendimento',
  sla: null,
  regulatoryKind: 'NON_ASSISTENTIAL',
  viewMode: 'REQUEST',
  allowsAttendance: true,
  intakeFormKey: 'solicitacao',
  statuses: [
    {
      key: 'aberto',
      internalDescription: 'Aberto, aguardando atendimento',
      externalDescription: 'Recebemos seu pedido',
      category: 'NEW',
      color: '#1D4ED8',
      isDefault: true,
      conclusive: false,
      displayOrder: 0,
      nextStatusKeys: ['em_atendimento'],
    },
    {
      key: 'em_atendimento',
      internalDescription: 'Em atendimento',
      externalDescription: 'Estamos cuidando do seu pedido',
      category: 'IN_PROGRESS',
      color: '#B45309',
      startsAttendance: true,
      conclusive: false,
      displayOrder: 1,
      nextStatusKeys: ['concluido'],
    },
    {
      key: 'concluido',
      internalDescription: 'Concluído',
      externalDescription: 'Pedido atendido',
      category: 'RESOLVED',
      color: '#15803D',
      resolves: true,
      closes: true,
      conclusive: true,
      displayOrder: 2,
    },
  ],
  tabs: [
    {
      key: 'solicitacao',
      name: 'Solicitação',
      content: 'FORM',
      formKey: 'solicitacao',
      allowsMultipleEntries: false,
      displayMode: 'LIST',
      displayOrder: 0,
      required: true,
      visibleToBeneficiary: true,
      filledByBeneficiary: true,
    },
  ],
  actions: [],
};

/** A second operator, for seeing that nothing of one is seen by the other. */
export const outra: OperatorContent = {
  slug: 'outra',
  name: 'Outra Operadora (fictícia)',
  ansRegistry: '888888',
  timeZone: 'America/Sao_Paulo',
  staff: [
    { subject: 'atendente.outra', role: 'ATTENDANT', name: 'Atendente da Outra' },
    { subject: 'supervisor.outra', role: 'SUPERVISOR', name: 'Supervisão da Outra' },
    { subject: 'configurador.outra', role: 'CONFIGURATOR', name: 'Configuração da Outra' },
    {
      subject: 'integracao.outra',
      role: 'INTEGRATION',
      name: 'Integração da Outra',
      scopes: ['occurrence:read', 'occurrence:create', 'occurrence:changeStatus', 'configuration:read'],
    },
  ],
  beneficiaries: [
    {
      subject: 'beneficiario.outra',
      membershipNumber: '0002000001',
      name: 'Beneficiário da Outra',
      email: 'beneficiario.outra@example.org',
      phone: '+5527900000101',
    },
  ],
  protocolTypes: [{ key: 'ans_atendimento', name: 'Protocolo de atendimento (padrão ANS)', numbering: 'ANS' }],
  calendars: [],
  forms: [request],
  occurrenceTypes: [requests],
  features: [{ key: 'solicitacao', name: 'Fazer uma solicitação', occurrenceTypeKey: 'solicitacao' }],
  samples: [],
};
