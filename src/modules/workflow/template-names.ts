/** What a template may name, and a condition too. All are texts; `status` and `statusAnterior` carry the external description. */
export const templateNames: readonly string[] = [
  'protocolo',
  'ocorrencia.id',
  'ocorrencia.descricao',
  'ocorrencia.tipo',
  'ocorrencia.criadaEm',
  'status.chave',
  'status.descricao',
  'solicitante.nome',
  'solicitante.primeiroNome',
  'solicitante.email',
  'solicitante.telefone',
  'beneficiario.nome',
  'beneficiario.primeiroNome',
  'statusAnterior.chave',
  'statusAnterior.descricao',
  'prazo.sla',
  'prazo.resposta',
  // Empty: no deadline of payment is kept yet.
  'prazo.pagamento',
  'prazo.reanalise',
  'comentario',
  'operadora.nome',
  'link',
];

/** What people write in their own words: something clinical may stand there, which nothing that is shown on a lock screen may say. */
export const freeTextNames: readonly string[] = ['ocorrencia.descricao', 'comentario'];
