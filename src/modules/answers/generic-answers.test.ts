import { describe, expect, it } from 'vitest';
import { concludesNothing, genericTermsOf, usualGenericTerms } from './generic-answers.js';

const nothing = (text: string, terms = usualGenericTerms) => concludesNothing(text, terms);

describe('a text that concludes nothing', () => {
  it.each([
    'em análise',
    'Em análise',
    'EM ANALISE',
    'Em  Análise...',
    'em-análise',
    'em_processamento',
    'emanálise',
    'em auditoria!',
    'Em ana\u00ADlise',
    'Em ana\u0301lise',
    'Sua solicitação está em análise',
    'Sua solicitação está em análise pela auditoria médica.',
    'Recebemos seu pedido: em processamento',
    'Estamos analisando seu pedido',
    'Protocolo 99999120261124000001 em análise',
    'Prezado beneficiário, o pedido de reembolso segue em auditoria. Por favor, aguarde.',
    'Aguardando análise técnica',
    '…',
    '  ',
    '👍',
  ])('is "%s"', (text) => {
    expect(nothing(text)).toBe(true);
  });

  it.each([
    'Autorizado',
    'Negado',
    'Análise concluída',
    'Pedido cancelado',
    'Após análise, seu pedido foi negado',
    'Estava em análise e foi negada',
    'Não está em análise',
    'Reembolso em análise: pago em 12/05',
    'negado, por fora',
    'Pedido',
    'emanalisedor',
  ])('is not "%s"', (text) => {
    expect(nothing(text)).toBe(false);
  });

  it('goes by the longest term, so that a term within another does not hide it', () => {
    expect(nothing('em análise final', ['em análise', 'em análise final'])).toBe(true);
    expect(nothing('em análise final', ['em análise'])).toBe(false);
  });
});

describe("an operator's generic terms", () => {
  it('are the usual ones until it has its own, and those that the regulator names count besides', () => {
    expect(genericTermsOf(null)).toBe(usualGenericTerms);
    const terms = genericTermsOf(['visto', 'em análise']);
    expect(terms).toEqual(['em análise', 'em processamento', 'em auditoria', 'visto']);
    expect(nothing('Pedido visto', terms)).toBe(true);
    expect(nothing('Pendente', terms)).toBe(false);
  });
});
