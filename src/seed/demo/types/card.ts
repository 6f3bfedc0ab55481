import type { OccurrenceTypeContent } from '../content.js';

export const card: OccurrenceTypeContent = {
  key: 'segunda_via_cartao',
  name: 'Segunda via do cartão (autoatendimento)',
  protocolTypeKey: 'ans_atendimento',
  sla: null,
  regulatoryKind: 'NON_ASSISTENTIAL',
  viewMode: 'BASIC',
  allowsAttendance: false,
  intakeFormKey: null,
  statuses: [
    {
      key: 'concluido',
      internalDescription: 'Entregue no autoatendimento',
      externalDescription: 'Concluído',
      category: 'RESOLVED',
      color: '#15803D',
      isDefault: true,
      resolves: true,
      closes: true,
      conclusive: true,
      displayOrder: 0,
    },
  ],
  tabs: [],
  actions: [
    {
      key: 'push_cartao_concluido',
      description: 'push - cartão - concluído',
      statusKey: 'concluido',
      kind: 'PUSH',
      config: {
        body: 'Segunda via do cartão disponível no app. Protocolo {{protocolo}}.',
        deepLink: 'ocorrencia/{{protocolo}}',
      },
    },
  ],
};
