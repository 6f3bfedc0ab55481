import { describe, expect, it } from 'vitest';
import { usualCalendar } from '../../calendar/index.js';
import { closedState, made, refusalsOf, sampleState, sampleType, t0, t2 } from '../samples.fixture.js';
import { decideReanalysis, type RequestReanalysis } from './reanalysis.js';

const calendar = usualCalendar('America/Sao_Paulo');
const denialBasis = { reason: 'Fora da cobertura', provision: 'cláusula 12.3' };
const denied = sampleState({ statusId: 'sta_negado', version: 4, denialBasis });
const ombudsman = {
  ...sampleType({ id: 'oct_ouvidoria', key: 'ouvidoria', intakeFormId: null, sla: null }),
  regulatoryKind: 'OMBUDSMAN_REANALYSIS',
} as const;

const request = (differences: Partial<RequestReanalysis> = {}) =>
  decideReanalysis({
    state: denied,
    type: sampleType(),
    now: t2,
    reanalysisId: 'occ_2',
    reanalysisType: ombudsman,
    isReanalysis: false,
    reason: 'A cláusula não se aplica',
    channel: 'APP',
    requesterId: 'ben_zoe',
    calendars: { own: calendar, regulatory: calendar },
    ...differences,
  });

describe('the re-analysis of a denial', () => {
  it('is an occurrence of its own, for the same member, whose answer is due from the request', () => {
    const { opened } = made(request());
    expect(opened.event).toMatchObject({ kind: 'CREATED', reanalysisOf: denied.id });
    expect(opened.state).toMatchObject({
      id: 'occ_2',
      typeId: 'oct_ouvidoria',
      version: 1,
      description: 'A cláusula não se aplica',
      requesterId: 'ben_zoe',
      beneficiaryId: denied.beneficiaryId,
      regulatoryKind: 'OMBUDSMAN_REANALYSIS',
      denialBasis: null,
      createdAt: t2,
      regulatoryAnswer: { startedAt: t2.toISOString(), dueAt: '2026-03-12T02:59:59.999Z' },
    });
  });

  it.each([
    ['open', denied],
    ['closed', closedState({ denialBasis })],
  ])('is told by the denied one, which is %s and stays as it is', (_, state) => {
    const { told } = made(request({ state }));
    expect(told.event).toEqual({ kind: 'REANALYSIS_REQUESTED', reanalysisId: 'occ_2' });
    expect(told.state).toEqual({ ...state, version: state.version + 1, updatedAt: t2 });
    expect(told.after).toEqual(told.before);
  });

  it.each<[string, Partial<RequestReanalysis>, [string, string[]][]]>([
    ['of what has no denial basis', { state: sampleState({ statusId: 'sta_negado' }) }, [['INVALID', ['id']]]],
    ['of what was closed without a denial', { state: closedState() }, [['INVALID', ['id']]]],
    [
      'while the operator itself looks at it again',
      { state: sampleState({ statusId: 'sta_em_analise', denialBasis, answeredAt: t0 }) },
      [['INVALID', ['id']]],
    ],
    ['of a re-analysis', { isReanalysis: true }, [['NOT_AVAILABLE', ['id']]]],
    ['where there is no type for it', { reanalysisType: undefined }, [['NOT_AVAILABLE', ['id']]]],
    [
      'without a reason, and by a chat',
      { reason: ' ', channel: 'CHAT' },
      [
        ['REQUIRED', ['input', 'reason']],
        ['VIEW_MODE_MISMATCH', ['input', 'channel']],
      ],
    ],
    ['with a reason of 10,001 characters', { reason: 'x'.repeat(10_001) }, [['INVALID', ['input', 'reason']]]],
  ])('is refused %s', (_, differences, problems) => {
    expect(refusalsOf(request(differences))).toEqual(problems);
  });
});
