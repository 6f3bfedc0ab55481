import { boolean, cpf, form, integer, longText, required, select, text } from '../form-builder.js';

export const chatIdentification = form('chat-identificacao', 'Identificação', {
  nome: required(text('Nome', { 'x-sensitive': 'PERSONAL' })),
  cpf: cpf('CPF', { 'x-sensitive': 'PERSONAL' }),
  carteirinha: text('Número da carteirinha'),
  assuntoInicial: required(
    select('Sobre o que quer falar?', {
      BOLETO: 'Boleto',
      REDE: 'Rede credenciada',
      CARENCIA: 'Carência',
      AUTORIZACAO: 'Autorização',
      OUTRO: 'Outro',
    }),
  ),
});

export const chatClassification = form('chat-classificacao', 'Classificação do atendimento', {
  natureza: required(
    select('Natureza', {
      INFORMACAO: 'Informação',
      SOLICITACAO: 'Solicitação',
      RECLAMACAO: 'Reclamação',
      ELOGIO: 'Elogio',
    }),
  ),
  assistencial: required(
    boolean('É pedido de cobertura?', { description: 'Se sim, abra uma ocorrência de Autorização e vincule.' }),
  ),
  resolvido: required(boolean('Resolvido no primeiro contato?')),
  resumo: required(longText('Resumo', { maxLength: 1000 })),
});

export const chatSatisfaction = form('chat-satisfacao', 'Pesquisa de satisfação', {
  nota: required(integer('De 0 a 10, o quanto o atendimento ajudou?', { minimum: 0, maximum: 10 })),
  comentario: longText('Quer comentar?', { maxLength: 500 }),
});
