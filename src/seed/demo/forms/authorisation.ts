import {
  beneficiary,
  cid10,
  date,
  dateTime,
  form,
  integer,
  longText,
  required,
  select,
  text,
  tuss,
} from '../form-builder.js';

export const authorisationRequest = form('autorizacao-pedido', 'Pedido de autorização', {
  beneficiarioAtendido: required(beneficiary('Para quem é?', { 'x-sensitive': 'PERSONAL' })),
  carater: required(
    select('Caráter do atendimento', { ELETIVO: 'Eletivo', URGENCIA: 'Urgência', EMERGENCIA: 'Emergência' }),
  ),
  tipo: required(
    select('Tipo', {
      CONSULTA: 'Consulta',
      EXAME: 'Exame',
      TERAPIA: 'Terapia',
      PAC: 'Procedimento de alta complexidade',
      INTERNACAO: 'Internação',
      HOSPITAL_DIA: 'Hospital-dia',
    }),
  ),
  cid: cid10('CID-10', { 'x-sensitive': 'HEALTH' }),
  indicacaoClinica: required(longText('Indicação clínica', { maxLength: 2000, 'x-sensitive': 'HEALTH' })),
  dataDesejada: date('Data desejada'),
  solicitanteNome: required(text('Médico solicitante')),
  solicitanteConselho: required(text('Conselho (ex.: CRM-ES 12345)')),
});

export const procedure = form('autorizacao-procedimento', 'Procedimento', {
  tuss: required(tuss('Código TUSS', { 'x-sensitive': 'HEALTH' })),
  descricao: required(text('Descrição', { 'x-sensitive': 'HEALTH' })),
  quantidade: required(integer('Quantidade', { minimum: 1, maximum: 999 })),
  lateralidade: select('Lado', { D: 'Direito', E: 'Esquerdo', B: 'Ambos' }),
  quantidadeAutorizada: integer('Quantidade autorizada', { minimum: 0, 'x-audience': 'ATTENDANT' }),
});

export const provider = form('prestador-executante', 'Prestador executante', {
  cnes: text('CNES', { pattern: '^[0-9]{7}$' }),
  nome: required(text('Nome')),
  cidade: required(text('Cidade')),
  dataAgendada: dateTime('Data agendada'),
});

export const technicalOpinion = form('parecer-tecnico', 'Parecer técnico', {
  parecer: required(
    select('Parecer', {
      FAVORAVEL: 'Favorável',
      DESFAVORAVEL: 'Desfavorável',
      DIVERGENTE: 'Divergência: propor junta',
    }),
  ),
  fundamentacao: required(longText('Fundamentação', { 'x-sensitive': 'HEALTH' })),
  auditor: required(text('Auditor (conselho e número)')),
});
