import { on, pdf, png, type Sample, type SampleEntry } from '../sample.js';

const clinicInvoice = (number: string, value: string): SampleEntry => ({
  tipoDocumento: 'NF',
  numeroDocumento: number,
  dataAtendimento: on('2026-08-28'),
  prestadorTipo: 'PJ',
  prestadorCnpj: '11.222.333/0001-81',
  prestadorNome: 'Clínica Vale Verde',
  valor: value,
  comprovante: pdf(`${number.toLowerCase().replace(' ', '-')}.pdf`),
});

/** Two expenses in one request. */
const twoExpenses: Sample = {
  protocolNumber: '99999120260831000001',
  typeKey: 'reembolso',
  at: '2026-08-31T09:12:00-03:00',
  by: 'ana.souza',
  beneficiary: 'ana.souza',
  channel: 'APP',
  regulatoryKind: 'NON_ASSISTENTIAL',
  description: 'Reembolso de uma consulta e de um exame na mesma clínica.',
  intake: {
    beneficiarioAtendido: '0001000001',
    tipoReembolso: 'CONSULTA',
    motivoForaDaRede: 'LIVRE_ESCOLHA',
    possuiPedidoMedico: false,
    declaracao: true,
  },
  steps: [
    {
      at: '2026-08-31T09:14:00-03:00',
      by: 'ana.souza',
      do: 'fillTab',
      tab: 'despesas',
      data: clinicInvoice('NF 1021', '380.00'),
    },
    {
      at: '2026-08-31T09:15:30-03:00',
      by: 'ana.souza',
      do: 'fillTab',
      tab: 'despesas',
      data: clinicInvoice('NF 1022', '120.00'),
    },
    {
      at: '2026-08-31T09:17:00-03:00',
      by: 'ana.souza',
      do: 'fillTab',
      tab: 'dados_para_pagamento',
      data: {
        forma: 'CONTA',
        banco: 'Banco Exemplo',
        agencia: '0101',
        conta: '12345-6',
        titularCpf: '529.982.247-25',
      },
    },
    { at: '2026-08-31T14:05:00-03:00', by: 'atendente.carla', do: 'startAttendance' },
    {
      at: '2026-08-31T14:20:00-03:00',
      by: 'atendente.carla',
      do: 'addNote',
      body: 'Notas fiscais legíveis. Falta conferir o múltiplo da tabela para o exame.',
      visibility: 'INTERNAL',
    },
  ],
  status: 'em_analise',
};

/** The operator's clock stands still while the member is asked; the regulator's does not. */
const missingDocument: Sample = {
  protocolNumber: '99999120260827000001',
  typeKey: 'reembolso',
  at: '2026-08-27T20:40:00-03:00',
  by: 'bruno.lima',
  beneficiary: 'bruno.lima',
  channel: 'APP',
  regulatoryKind: 'NON_ASSISTENTIAL',
  description: 'Reembolso de sessões de fisioterapia feitas fora da rede.',
  intake: {
    beneficiarioAtendido: '0001000002',
    tipoReembolso: 'TERAPIA',
    motivoForaDaRede: 'SEM_REDE',
    protocoloGarantia: '99999120260819000041',
    possuiPedidoMedico: false,
    declaracao: true,
  },
  steps: [
    {
      at: '2026-08-27T20:44:00-03:00',
      by: 'bruno.lima',
      do: 'fillTab',
      tab: 'despesas',
      data: {
        tipoDocumento: 'RECIBO',
        numeroDocumento: 'Recibo 58',
        dataAtendimento: on('2026-08-26'),
        prestadorTipo: 'PF',
        prestadorCpf: '012.345.678-90',
        prestadorNome: 'Fisioterapeuta Marina Alves',
        conselho: 'CREFITO 00000',
        valor: '240.00',
        comprovante: png('recibo-58.png'),
      },
    },
    {
      at: '2026-08-27T20:46:00-03:00',
      by: 'bruno.lima',
      do: 'fillTab',
      tab: 'dados_para_pagamento',
      data: { forma: 'PIX', chavePix: 'bruno.lima@example.org', titularCpf: '111.444.777-35' },
    },
    { at: '2026-08-28T08:30:00-03:00', by: 'atendente.carla', do: 'startAttendance' },
    {
      at: '2026-08-28T08:41:00-03:00',
      by: 'atendente.carla',
      do: 'changeStatus',
      to: 'pendente_documento',
      comment: 'Envie o pedido médico das sessões de fisioterapia, com data e assinatura legíveis.',
    },
  ],
  status: 'pendente_documento',
};

export const reimbursementSamples: readonly Sample[] = [twoExpenses, missingDocument];
