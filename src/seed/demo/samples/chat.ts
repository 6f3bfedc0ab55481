import { type Sample } from '../sample.js';

/** A conversation that is going on. */
const going: Sample = {
  protocolNumber: '99999120260902000001',
  typeKey: 'chat',
  at: '2026-09-02T10:00:03-03:00',
  by: 'ines.prado',
  beneficiary: 'ines.prado',
  channel: 'CHAT',
  regulatoryKind: 'NON_ASSISTENTIAL',
  description: 'Dúvida sobre a rede credenciada.',
  intake: { nome: 'Inês Prado', cpf: '714.287.938-60', carteirinha: '0001000007', assuntoInicial: 'REDE' },
  steps: [
    {
      at: '2026-09-02T10:00:20-03:00',
      by: 'ines.prado',
      do: 'postMessage',
      body: 'Bom dia! Há pediatra da rede perto do centro de Vitória?',
    },
    { at: '2026-09-02T10:01:20-03:00', by: 'atendente.davi', do: 'startAttendance' },
    {
      at: '2026-09-02T10:01:45-03:00',
      by: 'atendente.davi',
      do: 'postMessage',
      body: 'Bom dia, Inês! Vou ver agora. Prefere atendimento pela manhã ou à tarde?',
    },
    { at: '2026-09-02T10:02:30-03:00', by: 'ines.prado', do: 'postMessage', body: 'À tarde, por favor.' },
  ],
  status: 'em_atendimento',
};

/** The member dropped out; the same attendant takes the conversation up again. */
const droppedOut: Sample = {
  protocolNumber: '99999120260902000002',
  typeKey: 'chat',
  at: '2026-09-02T10:05:00-03:00',
  by: 'joao.neves',
  beneficiary: 'joao.neves',
  channel: 'CHAT',
  regulatoryKind: 'NON_ASSISTENTIAL',
  description: 'Segunda via do boleto.',
  intake: { nome: 'João Neves', cpf: '390.533.447-05', carteirinha: '0001000008', assuntoInicial: 'BOLETO' },
  steps: [
    {
      at: '2026-09-02T10:05:15-03:00',
      by: 'joao.neves',
      do: 'postMessage',
      body: 'Olá, não recebi o boleto deste mês.',
    },
    { at: '2026-09-02T10:06:00-03:00', by: 'atendente.carla', do: 'startAttendance' },
    {
      at: '2026-09-02T10:06:25-03:00',
      by: 'atendente.carla',
      do: 'postMessage',
      body: 'Olá, João! Posso gerar a segunda via. Confirma o vencimento no dia 10?',
    },
    { at: '2026-09-02T10:12:00-03:00', by: 'integracao.erp', do: 'changeStatus', to: 'pendente' },
  ],
  status: 'pendente',
};

export const chatSamples: readonly Sample[] = [going, droppedOut];
