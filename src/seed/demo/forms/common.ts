import { file, form, longText, required, scans, select, text } from '../form-builder.js';

export const denial = form('negativa', 'Negativa por escrito', {
  fundamentoTipo: required(
    select('Fundamento', { CLAUSULA: 'Cláusula contratual', DISPOSITIVO_LEGAL: 'Dispositivo legal' }),
  ),
  fundamentoReferencia: required(
    text('Cláusula ou dispositivo', {
      maxLength: 200,
      description: 'Ex.: cláusula 12.3 do contrato; art. 10, II, da Lei 9.656/1998',
    }),
  ),
  justificativa: required(
    longText('Justificativa em linguagem clara', { minLength: 80, maxLength: 4000, 'x-audienceOut': 'BENEFICIARY' }),
  ),
  responsavelTecnico: text('Responsável técnico (conselho e número)'),
  orientacaoReanalise: required(
    longText('Como pedir reanálise', {
      default: 'Você pode pedir reanálise à Ouvidoria pelo aplicativo, sem custo. A resposta sai em até 7 dias úteis.',
    }),
  ),
});

export const document = form('documento', 'Documento', {
  tipo: required(
    select('Tipo', {
      PEDIDO: 'Pedido médico',
      LAUDO: 'Laudo',
      EXAME: 'Resultado de exame',
      IDENTIDADE: 'Documento de identidade',
      RESIDENCIA: 'Comprovante de residência',
      OUTRO: 'Outro',
    }),
  ),
  arquivo: required(file('Arquivo', { 'x-sensitive': 'HEALTH', ...scans })),
  observacao: text('Observação', { maxLength: 300 }),
});

export const internalNote = form('nota-interna', 'Nota interna', {
  texto: required(longText('Nota', { maxLength: 4000 })),
});
