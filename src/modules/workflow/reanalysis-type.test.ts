import { describe, expect, it } from 'vitest';
import { storedExample } from './example-type.fixture.js';
import type { OccurrenceType } from './model.js';
import { reanalysisTypeOf } from './reanalysis-type.js';

const ombudsman = (id: string, differences: Partial<OccurrenceType> = {}): OccurrenceType => ({
  ...storedExample,
  id,
  regulatoryKind: 'OMBUDSMAN_REANALYSIS',
  intakeFormId: null,
  ...differences,
});
const found = (reanalysisTypeId: string | null, ...types: OccurrenceType[]) => {
  const denied = { ...storedExample, reanalysisTypeId };
  return reanalysisTypeOf(denied, [denied, ...types])?.id;
};

describe('the type of a re-analysis', () => {
  it('is the one that the denied type names, whatever others there are', () => {
    expect(found('oct_3', ombudsman('oct_2'), ombudsman('oct_3'))).toBe('oct_3');
    expect(found('oct_3', ombudsman('oct_2'))).toBeUndefined();
  });

  it('is else the only one that there is', () => {
    expect(found(null, ombudsman('oct_2'))).toBe('oct_2');
    expect(found(null, ombudsman('oct_2'), ombudsman('oct_3'))).toBeUndefined();
    expect(found(null)).toBeUndefined();
  });

  it.each<Partial<OccurrenceType>>([
    { active: false },
    { regulatoryKind: 'NON_ASSISTENTIAL' },
    { intakeFormId: 'frm_dados' },
    { viewMode: 'CHAT' },
  ])('is none that is %o', (differences) => {
    expect(found('oct_2', ombudsman('oct_2', differences))).toBeUndefined();
    expect(found(null, ombudsman('oct_2', differences), ombudsman('oct_3'))).toBe('oct_3');
  });
});
