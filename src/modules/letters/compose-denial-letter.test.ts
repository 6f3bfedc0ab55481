import { expect, it } from 'vitest';
import { composeDenialLetter, type Denial } from './compose-denial-letter.js';

const denial: Denial = {
  operator: {
    name: 'Operadora São José',
    ansRegistry: '123456',
    timeZone: 'America/Sao_Paulo',
    contact: null,
    ombudsmanContact: null,
  },
  occurrence: {
    protocolNumber: '12345620260302000001',
    description: '',
    regulatoryKind: 'ASSISTENTIAL_OTHER',
    createdAt: new Date('2026-03-03T01:15:00.000Z'),
  },
  beneficiaryName: 'Ana Souza',
  typeName: 'Autorização',
  decision: 'Negado',
  basis: { reason: 'Sem cobertura.', provision: 'Cláusula 1' },
  comment: null,
  at: new Date('2026-03-10T02:30:00.000Z'),
};
const sectionsOf = (change: Partial<Denial> = {}) =>
  Object.fromEntries(
    composeDenialLetter({ ...denial, ...change }).sections.map(({ heading, paragraphs }) => [heading, paragraphs]),
  );
const reanalysis = 'Se você não concorda com esta decisão';

it("a letter has its days by the operator's clocks, and no section of what was not said", () => {
  expect(sectionsOf()).toEqual({
    Identificação: [
      'Operadora: Operadora São José, registro ANS nº 123456',
      'Beneficiário: Ana Souza',
      'Protocolo: 12345620260302000001',
      'Data da decisão: 9 de março de 2026, às 23:30',
    ],
    'O que foi pedido': ['Autorização', 'Pedido feito em 2 de março de 2026.'],
    Decisão: ['Negado'],
    Motivo: ['Sem cobertura.'],
    'Cláusula do contrato ou dispositivo legal': ['Cláusula 1'],
    [reanalysis]: [
      'Você pode pedir à ouvidoria da operadora que analise de novo esta decisão (reanálise, art. 16 da Resolução Normativa nº 623/2024 da ANS).',
      'Para pedir, use o aplicativo da operadora e informe o protocolo 12345620260302000001.',
      'A ouvidoria responde em até 7 dias úteis, contados a partir do dia útil seguinte ao do seu pedido.',
    ],
  });
});

it('a denial by the ombudsman itself leads to no further re-analysis', () => {
  const occurrence = { ...denial.occurrence, regulatoryKind: 'OMBUDSMAN_REANALYSIS' } as const;
  const operator = { ...denial.operator, ombudsmanContact: 'ouvidoria@alfa.example' };
  expect(sectionsOf({ occurrence, operator })[reanalysis]).toEqual([
    'Esta é a resposta da ouvidoria da operadora ao seu pedido de reanálise.',
    'ouvidoria@alfa.example',
  ]);
});
