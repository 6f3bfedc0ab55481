import { type Sample } from '../sample.js';

/** All goes well, within a day. */
const processed: Sample = {
  protocolNumber: '99999120260831000002',
  typeKey: 'atualizacao_cadastral',
  at: '2026-08-31T15:45:00-03:00',
  by: 'hugo.reis',
  beneficiary: 'hugo.reis',
  channel: 'APP',
  regulatoryKind: 'NON_ASSISTENTIAL',
  description: 'Mudei de endereço e de celular.',
  intake: { nome: 'Hugo Reis', nascimento: '2001-12-12', estadoCivil: 'SOLTEIRO' },
  steps: [
    {
      at: '2026-08-31T15:48:00-03:00',
      by: 'hugo.reis',
      do: 'fillTab',
      tab: 'endereco',
      data: {
        cep: '29000-000',
        logradouro: 'Rua das Acácias',
        numero: '120',
        complemento: 'Apto. 302',
        bairro: 'Jardim Exemplo',
        cidade: 'Vitória',
        uf: 'ES',
      },
    },
    {
      at: '2026-08-31T15:50:00-03:00',
      by: 'hugo.reis',
      do: 'fillTab',
      tab: 'contatos',
      data: { tipo: 'CELULAR', telefone: '(27) 90000-0006', aceitaWhatsapp: true },
    },
    { at: '2026-09-01T09:10:00-03:00', by: 'atendente.carla', do: 'startAttendance' },
    { at: '2026-09-01T09:14:00-03:00', by: 'atendente.carla', do: 'changeStatus', to: 'processado' },
  ],
  status: 'processado',
};

export const registrationSamples: readonly Sample[] = [processed];
