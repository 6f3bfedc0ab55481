import { describe, expect, it } from 'vitest';
import { closedState, entriesIn, sampleState, sampleType, withStatus } from '../samples.fixture.js';
import { transitionsFor, type TransitionQuestion } from './transitions.js';

const ask = (statusKey: string, differences: Partial<TransitionQuestion> = {}) =>
  transitionsFor({
    state: sampleState({ statusId: `sta_${statusKey}` }),
    type: sampleType(),
    roles: ['ATTENDANT'],
    entries: entriesIn('dados'),
    genericTerms: ['em análise'],
    ...differences,
  }).map(({ to, needs, blockedBy }) => [to.key, needs, blockedBy.map(({ code }) => code)]);

describe('the transitions of an occurrence', () => {
  it('are the active statuses that the present one lists', () => {
    expect(ask('solicitado')).toEqual([
      ['em_analise', [], []],
      ['cancelado', [], []],
      ['duplicado', [], []],
    ]);
  });

  it('are all others where it lists none, each with what it needs and what stands in its way', () => {
    expect(ask('em_analise')).toEqual([
      ['solicitado', [], []],
      ['pendente', ['COMMENT'], ['TAB_INCOMPLETE']],
      ['auditoria', [], ['ROLE_NOT_ALLOWED']],
      ['aprovado', [], ['TAB_INCOMPLETE']],
      ['negado', ['DENIAL_BASIS'], []],
      ['pago', [], []],
      ['cancelado', [], []],
      ['duplicado', [], []],
    ]);
  });

  it('are blocked for staff, not for systems, where the type has no attendance', () => {
    const type = sampleType({ allowsAttendance: false });
    expect(ask('negado', { type })).toEqual([['em_analise', [], ['ATTENDANCE_NOT_ALLOWED']]]);
    expect(ask('negado', { type, roles: ['INTEGRATION'] })).toEqual([['em_analise', [], []]]);
  });

  it('are none once it is closed, whatever the status lists', () => {
    const type = withStatus('pago', { nextStatusIds: ['sta_em_analise'] });
    expect(ask('pago', { type, state: closedState() })).toEqual([]);
  });

  it('are none for a beneficiary', () => {
    expect(ask('em_analise', { roles: ['BENEFICIARY'] })).toEqual([]);
  });
});
