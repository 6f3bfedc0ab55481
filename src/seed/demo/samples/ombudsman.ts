import { type Sample } from '../sample.js';

/** A re-analysis of what was denied on the 18th; its answer is due within the week. */
const reanalysis: Sample = {
  protocolNumber: '99999120260825000001',
  typeKey: 'ouvidoria_reanalise',
  at: '2026-08-25T08:00:00-03:00',
  by: 'fabio.dias',
  beneficiary: 'fabio.dias',
  channel: 'APP',
  regulatoryKind: 'OMBUDSMAN_REANALYSIS',
  description: 'Peço a reanálise da negativa do protocolo 99999120260818000001.',
  intake: null,
  steps: [
    { at: '2026-08-25T13:00:00-03:00', by: 'ouvidora.lia', do: 'startAttendance' },
    {
      at: '2026-08-25T13:10:00-03:00',
      by: 'ouvidora.lia',
      do: 'addNote',
      body: 'Pedir à auditoria o parecer do protocolo 99999120260818000001.',
      visibility: 'INTERNAL',
    },
    {
      at: '2026-08-25T13:12:00-03:00',
      by: 'ouvidora.lia',
      do: 'addNote',
      body: 'Recebemos seu pedido de reanálise e já temos a resposta anterior em mãos.',
      visibility: 'PUBLIC',
    },
  ],
  status: 'em_apuracao',
};

export const ombudsmanSamples: readonly Sample[] = [reanalysis];
