import { on, pdf, png, type Sample } from '../sample.js';

/** High complexity: ten business days, and the medical audit has it. */
const highComplexity: Sample = {
  protocolNumber: '99999120260826000001',
  typeKey: 'autorizacao',
  at: '2026-08-26T11:02:00-03:00',
  by: 'ana.souza',
  beneficiary: 'ana.souza',
  channel: 'WEB',
  regulatoryKind: 'HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION',
  description: 'Autorização de ressonância magnética do joelho.',
  intake: {
    beneficiarioAtendido: '0001000001',
    carater: 'ELETIVO',
    tipo: 'PAC',
    cid: 'M23.2',
    indicacaoClinica: 'Dor no joelho direito há três meses, sem melhora com fisioterapia.',
    dataDesejada: on('2026-09-14'),
    solicitanteNome: 'Dra. Helena Barros',
    solicitanteConselho: 'CRM-ES 00001',
  },
  steps: [
    {
      at: '2026-08-26T11:06:00-03:00',
      by: 'ana.souza',
      do: 'fillTab',
      tab: 'procedimentos',
      data: { tuss: '41101316', descricao: 'Ressonância magnética do joelho', quantidade: 1, lateralidade: 'D' },
    },
    {
      at: '2026-08-26T11:08:00-03:00',
      by: 'ana.souza',
      do: 'fillTab',
      tab: 'documentos',
      data: { tipo: 'PEDIDO', arquivo: pdf('pedido-medico.pdf') },
    },
    { at: '2026-08-26T11:30:00-03:00', by: 'atendente.davi', do: 'startAttendance' },
    {
      at: '2026-08-28T16:18:00-03:00',
      by: 'atendente.davi',
      do: 'addNote',
      body: 'Pedido completo. Segue para auditoria médica por ser alta complexidade.',
      visibility: 'INTERNAL',
    },
    { at: '2026-08-28T16:20:00-03:00', by: 'atendente.davi', do: 'changeStatus', to: 'auditoria_medica' },
  ],
  status: 'auditoria_medica',
};

/** Asked for at 22:15, to be answered on the same day in Brasília, whatever day it is in UTC. */
const urgent: Sample = {
  protocolNumber: '99999120260901000001',
  typeKey: 'autorizacao',
  at: '2026-09-01T22:15:00-03:00',
  by: 'elisa.rocha',
  beneficiary: 'elisa.rocha',
  channel: 'APP',
  regulatoryKind: 'URGENT',
  description: 'Internação de urgência: estou no pronto-socorro.',
  intake: {
    beneficiarioAtendido: '0001000003',
    carater: 'URGENCIA',
    tipo: 'INTERNACAO',
    cid: 'J18.9',
    indicacaoClinica: 'Febre e falta de ar; o plantonista pediu internação.',
    solicitanteNome: 'Dr. Otávio Ramos',
    solicitanteConselho: 'CRM-ES 00002',
  },
  steps: [
    {
      at: '2026-09-01T22:18:00-03:00',
      by: 'elisa.rocha',
      do: 'fillTab',
      tab: 'procedimentos',
      data: { tuss: '10102019', descricao: 'Internação clínica', quantidade: 3 },
    },
    {
      at: '2026-09-01T22:20:00-03:00',
      by: 'elisa.rocha',
      do: 'fillTab',
      tab: 'documentos',
      data: { tipo: 'PEDIDO', arquivo: png('pedido-de-internacao.png'), observacao: 'Foto tirada no pronto-socorro' },
    },
  ],
  status: 'solicitado',
};

/** Taken by telephone and denied in time, in writing: a re-analysis can be asked for. */
const denied: Sample = {
  protocolNumber: '99999120260818000001',
  typeKey: 'autorizacao',
  at: '2026-08-18T10:00:00-03:00',
  by: 'atendente.davi',
  beneficiary: 'fabio.dias',
  channel: 'PHONE',
  regulatoryKind: 'ASSISTENTIAL_OTHER',
  description: 'Pede por telefone a autorização de sessões de massagem terapêutica.',
  intake: {
    beneficiarioAtendido: '0001000004',
    carater: 'ELETIVO',
    tipo: 'TERAPIA',
    indicacaoClinica: 'Tensão muscular nas costas depois do trabalho.',
    solicitanteNome: 'Dr. Renato Prado',
    solicitanteConselho: 'CRM-ES 00003',
  },
  steps: [
    {
      at: '2026-08-18T10:06:00-03:00',
      by: 'atendente.davi',
      do: 'fillTab',
      tab: 'procedimentos',
      data: { tuss: '99999901', descricao: 'Massagem terapêutica', quantidade: 10, quantidadeAutorizada: 0 },
    },
    {
      at: '2026-08-18T10:12:00-03:00',
      by: 'fabio.dias',
      do: 'fillTab',
      tab: 'documentos',
      data: { tipo: 'PEDIDO', arquivo: pdf('pedido-das-sessoes.pdf') },
    },
    { at: '2026-08-18T10:20:00-03:00', by: 'atendente.davi', do: 'startAttendance' },
    {
      at: '2026-08-24T17:30:00-03:00',
      by: 'auditor.marta',
      do: 'fillTab',
      tab: 'parecer_tecnico',
      data: {
        parecer: 'DESFAVORAVEL',
        fundamentacao: 'Procedimento sem cobertura no contrato e fora do rol; não há alternativa coberta equivalente.',
        auditor: 'Marta Lopes, CRM-ES 00004',
      },
    },
    {
      at: '2026-08-24T17:44:00-03:00',
      by: 'auditor.marta',
      do: 'fillTab',
      tab: 'negativa',
      data: {
        fundamentoTipo: 'CLAUSULA',
        fundamentoReferencia: 'cláusula 12.3',
        justificativa:
          'O contrato não cobre massagem terapêutica: a cláusula 12.3 exclui procedimentos que não estão no rol. Sessões de fisioterapia têm cobertura e podem ser pedidas pelo aplicativo.',
        responsavelTecnico: 'Marta Lopes, CRM-ES 00004',
        orientacaoReanalise:
          'Você pode pedir reanálise à Ouvidoria pelo aplicativo, sem custo. A resposta sai em até 7 dias úteis.',
      },
    },
    {
      at: '2026-08-24T17:50:00-03:00',
      by: 'auditor.marta',
      do: 'changeStatus',
      to: 'negado',
      denialBasis: {
        reason: 'O contrato não cobre massagem terapêutica, que não está no rol de procedimentos.',
        provision: 'Cláusula 12.3 do contrato',
      },
    },
  ],
  status: 'negado',
};

/** Five business days were enough for nobody: the one that is late. */
const late: Sample = {
  protocolNumber: '99999120260820000001',
  typeKey: 'autorizacao',
  at: '2026-08-20T09:00:00-03:00',
  by: 'gilda.melo',
  beneficiary: 'gilda.melo',
  channel: 'APP',
  regulatoryKind: 'ASSISTENTIAL_OTHER',
  description: 'Autorização de ultrassonografia do abdome.',
  intake: {
    beneficiarioAtendido: '0001000005',
    carater: 'ELETIVO',
    tipo: 'EXAME',
    cid: 'R10.4',
    indicacaoClinica: 'Dor abdominal leve e recorrente; exame de acompanhamento.',
    solicitanteNome: 'Dra. Sílvia Moura',
    solicitanteConselho: 'CRM-ES 00005',
  },
  steps: [
    {
      at: '2026-08-20T09:05:00-03:00',
      by: 'gilda.melo',
      do: 'fillTab',
      tab: 'procedimentos',
      data: { tuss: '40901122', descricao: 'Ultrassonografia do abdome total', quantidade: 1 },
    },
    {
      at: '2026-08-20T09:07:00-03:00',
      by: 'gilda.melo',
      do: 'fillTab',
      tab: 'documentos',
      data: { tipo: 'PEDIDO', arquivo: pdf('pedido-de-exame.pdf') },
    },
    { at: '2026-08-21T09:00:00-03:00', by: 'atendente.davi', do: 'startAttendance' },
  ],
  status: 'em_analise',
};

export const authorisationSamples: readonly Sample[] = [highComplexity, urgent, denied, late];
