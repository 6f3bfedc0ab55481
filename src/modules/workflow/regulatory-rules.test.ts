import { describe, expect, it } from 'vitest';
import { type ExampleInput, foundIn } from './example-type.fixture.js';
import type { RegulatoryRule } from './model.js';
import { regulatoryKindOf } from './regulatory-rules.js';

const urgent: RegulatoryRule = { condition: { '==': [{ var: 'formulario.carater' }, 'URGENCIA'] }, kind: 'URGENT' };
const complex: RegulatoryRule = {
  condition: { in: [{ var: 'formulario.tipo' }, ['PAC', 'INTERNACAO']] },
  kind: 'HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION',
};
const rules = [urgent, complex];
const kindOf = (intake: Record<string, unknown> | null, regulatoryRules: readonly RegulatoryRule[] = rules) =>
  regulatoryKindOf({ regulatoryRules, regulatoryKind: 'ASSISTENTIAL_OTHER' }, intake);

describe('the regulatory kind of a request', () => {
  it('is that of the first rule that holds over its intake', () => {
    expect(kindOf({ carater: 'ELETIVO', tipo: 'PAC' })).toBe('HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION');
    expect(kindOf({ carater: 'URGENCIA', tipo: 'PAC' })).toBe('URGENT');
    expect(kindOf({ carater: 'URGENCIA', tipo: 'PAC' }, [complex, urgent])).toBe(
      'HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION',
    );
  });

  it('is the default of its type where no rule holds, nothing was filled in, or a rule cannot be evaluated', () => {
    expect(kindOf({ carater: 'ELETIVO', tipo: 'EXAME' })).toBe('ASSISTENTIAL_OTHER');
    expect(kindOf(null)).toBe('ASSISTENTIAL_OTHER');
    expect(kindOf({ carater: 'URGENCIA' }, [])).toBe('ASSISTENTIAL_OTHER');
    expect(regulatoryKindOf({ regulatoryRules: rules, regulatoryKind: null }, {})).toBeNull();
    const strange = { condition: { in: ['x', { var: 'formulario.tipo' }] }, kind: 'URGENT' } as const;
    expect(kindOf({ tipo: 5 }, [strange])).toBe('ASSISTENTIAL_OTHER');
  });
});

describe('the regulatory rules of a type', () => {
  const found = (regulatoryRules: unknown[], bend: (input: ExampleInput) => void = () => {}) =>
    foundIn((input) => {
      Object.assign(input, { regulatoryRules });
      bend(input);
    });
  const over = (name: string, kind = 'URGENT') => ({ condition: { '>': [{ var: name }, 100] }, kind });

  it('read the fields of the intake form alone: tabs are empty when a request comes in', () => {
    expect(found([over('formulario.valor'), over('formulario.endereco.cidade')])).toEqual([]);
    expect(
      found([over('formulario.valor'), over('formulario.cor'), over('abas.dados.valor'), over('protocolo')]),
    ).toEqual([
      ['INVALID', 'input.regulatoryRules.1.condition.>.0.var'],
      ['INVALID', 'input.regulatoryRules.2.condition.>.0.var'],
      ['INVALID', 'input.regulatoryRules.3.condition.>.0.var'],
    ]);
  });

  it('read nothing where there is no form, and are asked about along with all else', () => {
    expect(
      found([over('formulario.valor')], (input) => {
        input.intakeFormId = null;
        input.name = '';
      }),
    ).toEqual([
      ['REQUIRED', 'input.name'],
      ['INVALID', 'input.regulatoryRules.0.condition.>.0.var'],
    ]);
  });

  it('are conditions, twenty at most', () => {
    expect(
      found([
        { condition: {}, kind: 'URGENT' },
        { condition: { map: [[], 1] }, kind: 'URGENT' },
      ]),
    ).toEqual([
      ['INVALID', 'input.regulatoryRules.0.condition'],
      ['INVALID', 'input.regulatoryRules.1.condition.map'],
    ]);
    expect(found(Array.from({ length: 21 }, () => over('formulario.valor')))).toEqual([
      ['INVALID', 'input.regulatoryRules'],
    ]);
  });
});
