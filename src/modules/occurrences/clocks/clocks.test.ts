import { describe, expect, it } from 'vitest';
import type { RegulatoryKind, SlaPolicy } from '../../workflow/model.js';
import { usualCalendar } from '../../calendar/index.js';
import { decideCreate } from '../decide/create.js';
import { decideMove } from '../decide/move.js';
import { decideReopen } from '../decide/reopen.js';
import { decideUpdate } from '../decide/update.js';
import { entriesIn, made, sampleStatus, sampleType, statusNamed } from '../samples.fixture.js';
import type { OccurrenceState } from '../state.js';
import { answerView, slaView } from './clock-view.js';
import { segmentsAfter } from './course.js';
import { nextDueAt } from './run-clocks.js';

const calendar = usualCalendar('America/Sao_Paulo');
const calendars = { own: calendar, regulatory: calendar };
const at = (local: string): Date => new Date(`${local}-03:00`);
const endOf = (day: string): Date => at(`${day}T23:59:59.999`);
const policy = (differences: Partial<SlaPolicy>): SlaPolicy => ({
  amount: 2,
  unit: 'HOURS',
  metric: 'RESOLUTION',
  warnAtPercent: 80,
  ...differences,
});

const typeWith = (sla: SlaPolicy | null) => {
  const type = sampleType({ sla });
  const pausing = ['parado', 'em_junta'].map((key) => sampleStatus(key, { pausesSla: true }));
  return { ...type, statuses: [...type.statuses, ...pausing] };
};

/** An occurrence that goes its way by the decisions that the services ask. */
class Story {
  state: OccurrenceState;

  constructor(
    sla: SlaPolicy | null,
    opened: string,
    readonly type = typeWith(sla),
    regulatoryKind?: RegulatoryKind,
  ) {
    const parties = { requesterId: 'ben_ana', beneficiaryId: 'ben_ana' };
    const about = { id: 'occ_1', type, channel: 'APP', description: 'Consulta', intakeEntryId: null } as const;
    this.state = made(decideCreate({ ...about, ...parties, regulatoryKind, calendars, now: at(opened) })).state;
  }

  moves(to: string, when: string): this {
    const move = { state: this.state, type: this.type, now: at(when), target: statusNamed(this.type, to) };
    const given = { comment: 'Segue', denialBasis: { reason: 'Fora da cobertura', provision: 'cláusula 12.3' } };
    const type = { ...this.type, statuses: this.type.statuses.map((status) => ({ ...status, nextStatusIds: null })) };
    const open = { ...move, genericTerms: [], type, target: statusNamed(type, to), ...given };
    this.state = made(decideMove({ ...open, roles: ['SUPERVISOR'], entries: entriesIn('dados', 'analise') })).state;
    return this;
  }

  reopens(when: string): this {
    this.state = made(decideReopen({ ...this, roles: ['SUPERVISOR'], now: at(when) })).state;
    return this;
  }

  updates(regulatoryKind: RegulatoryKind | null, when: string): this {
    const update = { ...this, regulatoryKind, reason: 'Reclassificada', calendar, now: at(when) };
    this.state = made(decideUpdate(update)).state;
    return this;
  }

  /** What became of the operator's time: until when, why, by which status. */
  course(when: string): unknown[] {
    const { course } = slaView(this.state, at(when))!;
    return segmentsAfter(course, null, 100).map(({ until, reason, pausedBy }) => [until, reason, pausedBy]);
  }

  sla(when: string): unknown[] {
    const view = slaView(this.state, at(when));
    return [view?.state, view?.dueAt, view?.remainingMinutes];
  }

  answer(when: string): unknown[] {
    const view = answerView(this.state, at(when));
    return [view?.state, view?.dueAt, view?.remainingMinutes];
  }
}

describe("the operator's clock", () => {
  it('is none where the type has no policy', () => {
    const { state } = new Story(null, '2025-07-01T10:00');
    expect([state.sla, slaView(state, at('2025-07-01T10:00'))]).toEqual([null, null]);
  });

  it.each([
    [policy({ amount: 90, unit: 'MINUTES' }), at('2025-07-04T18:30')],
    [policy({ amount: 2, unit: 'HOURS' }), at('2025-07-04T19:00')],
    [policy({ amount: 2, unit: 'DAYS' }), endOf('2025-07-06')],
    [policy({ amount: 2, unit: 'BUSINESS_HOURS' }), at('2025-07-07T09:00')],
    [policy({ amount: 2, unit: 'BUSINESS_DAYS' }), endOf('2025-07-08')],
  ])('of a Friday at 17:00 by %o is due at %s', (sla, dueAt) => {
    expect(slaView(new Story(sla, '2025-07-04T17:00').state, at('2025-07-04T17:00'))?.dueAt).toEqual(dueAt);
  });

  it('warns once its percentage of the time has been counted, and is late after its last instant', () => {
    const story = new Story(policy({}), '2025-07-01T10:00');
    const due = at('2025-07-01T12:00');
    expect(story.sla('2025-07-01T11:35')).toEqual(['ON_TRACK', due, 25]);
    expect(story.sla('2025-07-01T11:36')).toEqual(['AT_RISK', due, 24]);
    expect(story.sla('2025-07-01T12:00')).toEqual(['AT_RISK', due, 0]);
    expect(story.sla('2025-07-01T12:00:00.001')).toEqual(['BREACHED', due, -1]);
    expect(story.sla('2025-07-01T12:30')).toEqual(['BREACHED', due, -30]);
  });

  it('counts what is left in business minutes where the policy counts those', () => {
    const story = new Story(policy({ unit: 'BUSINESS_HOURS' }), '2025-07-04T17:00');
    expect(story.sla('2025-07-04T17:30')).toEqual(['ON_TRACK', at('2025-07-07T09:00'), 90]);
    expect(story.sla('2025-07-06T12:00')).toEqual(['ON_TRACK', at('2025-07-07T09:00'), 60]);
    expect(story.sla('2025-07-08T09:00')).toEqual(['BREACHED', at('2025-07-07T09:00'), -600]);
  });

  it('is late by a minute at least, even where nothing has counted since', () => {
    const story = new Story(policy({ amount: 1, unit: 'BUSINESS_HOURS' }), '2025-07-04T17:00');
    expect(story.sla('2025-07-05T12:00')).toEqual(['BREACHED', at('2025-07-04T18:00'), -1]);
  });

  it('stands still in a status that pauses it, and is due as much later once it goes on', () => {
    const story = new Story(policy({}), '2025-07-01T10:00').moves('parado', '2025-07-01T11:00');
    expect(story.sla('2025-07-03T10:00')).toEqual(['PAUSED', at('2025-07-01T12:00'), 60]);
    expect(nextDueAt({ ...story.state, regulatoryAnswer: null })).toBeNull();
    story.moves('em_analise', '2025-07-03T10:00');
    expect(story.sla('2025-07-03T10:00')).toEqual(['ON_TRACK', at('2025-07-03T11:00'), 60]);
    expect(nextDueAt({ ...story.state, regulatoryAnswer: null })).toEqual(at('2025-07-03T11:00'));
  });

  it('keeps which statuses paused it, and stands as still in the next one', () => {
    const story = new Story(policy({}), '2025-07-01T10:00').moves('parado', '2025-07-01T11:00');
    story.moves('em_junta', '2025-07-01T14:00');
    expect(story.sla('2025-07-03T10:00')).toEqual(['PAUSED', at('2025-07-01T12:00'), 60]);
    expect(story.course('2025-07-03T10:00')).toEqual([
      [at('2025-07-01T11:00'), 'COUNTED', null],
      [at('2025-07-01T14:00'), 'PAUSED', 'sta_parado'],
      [at('2025-07-03T10:00'), 'PAUSED', 'sta_em_junta'],
    ]);
    story.moves('em_analise', '2025-07-03T10:00');
    expect(story.sla('2025-07-03T10:00')).toEqual(['ON_TRACK', at('2025-07-03T11:00'), 60]);
    expect(story.course('2025-07-03T10:30').slice(2)).toEqual([
      [at('2025-07-03T10:00'), 'PAUSED', 'sta_em_junta'],
      [at('2025-07-03T10:30'), 'COUNTED', null],
    ]);
  });

  it('counts until it stopped, and names after reopening the statuses that it was resolved and closed in', () => {
    const story = new Story(policy({}), '2025-07-01T10:00').moves('negado', '2025-07-01T11:00');
    story.moves('cancelado', '2025-07-01T13:00');
    expect(story.course('2025-07-09T10:00')).toEqual([[at('2025-07-01T11:00'), 'COUNTED', null]]);
    story.reopens('2025-07-02T11:00');
    expect(story.course('2025-07-02T11:30')).toEqual([
      [at('2025-07-01T11:00'), 'COUNTED', null],
      [at('2025-07-01T13:00'), 'PAUSED', 'sta_negado'],
      [at('2025-07-02T11:00'), 'PAUSED', 'sta_cancelado'],
      [at('2025-07-02T11:30'), 'COUNTED', null],
    ]);
  });

  it('that came to stand before statuses were kept with it shows its pauses without one', () => {
    const story = new Story(policy({}), '2025-07-01T10:00').moves('parado', '2025-07-01T11:00');
    const kept = story.state.sla!;
    const pauses = kept.pauses.map(({ from, until }) => ({ from, until }));
    story.state = { ...story.state, sla: { ...kept, pauses } };
    story.moves('em_junta', '2025-07-01T14:00').moves('em_analise', '2025-07-01T15:00');
    expect(story.course('2025-07-01T15:30')).toEqual([
      [at('2025-07-01T11:00'), 'COUNTED', null],
      [at('2025-07-01T15:00'), 'PAUSED', null],
      [at('2025-07-01T15:30'), 'COUNTED', null],
    ]);
  });

  it('is not paused by a status that was configured to pause while the occurrence was in it', () => {
    const story = new Story(policy({}), '2025-07-01T10:00').moves('em_analise', '2025-07-01T10:30');
    const statuses = story.type.statuses.map((status) => ({ ...status, pausesSla: true }));
    const type = { ...story.type, statuses };
    const update = { state: story.state, type, description: 'Outra', calendar, now: at('2025-07-01T11:00') };
    expect(made(decideUpdate(update)).state.sla).toEqual(story.state.sla);
  });

  it('is met by a resolving or closing status in time, and stays late by one that comes too late', () => {
    const due = at('2025-07-01T12:00');
    expect(
      new Story(policy({}), '2025-07-01T10:00').moves('negado', '2025-07-01T12:00').sla('2025-07-09T10:00'),
    ).toEqual(['MET', due, null]);
    expect(
      new Story(policy({}), '2025-07-01T10:00').moves('cancelado', '2025-07-01T12:01').sla('2025-07-01T12:02'),
    ).toEqual(['BREACHED', due, null]);
  });

  it('goes on after reopening with the closed time as a pause', () => {
    const story = new Story(policy({}), '2025-07-01T10:00').moves('cancelado', '2025-07-01T11:00');
    story.reopens('2025-07-02T11:00');
    expect(story.sla('2025-07-02T11:00')).toEqual(['ON_TRACK', at('2025-07-02T12:00'), 60]);
    expect(story.sla('2025-07-02T12:01')).toEqual(['BREACHED', at('2025-07-02T12:00'), -1]);
  });

  it('for a first response is met once attendance starts, and does not begin again', () => {
    const answered = new Story(policy({ metric: 'FIRST_RESPONSE' }), '2025-07-01T10:00');
    const { sla } = answered.moves('em_analise', '2025-07-01T11:00').state;
    expect(answered.moves('cancelado', '2025-07-01T15:00').state.sla).toEqual(sla);
    const story = new Story(policy({ metric: 'FIRST_RESPONSE' }), '2025-07-01T10:00');
    story.moves('em_analise', '2025-07-01T11:00').moves('cancelado', '2025-07-01T15:00').reopens('2025-07-02T10:00');
    expect(story.sla('2025-07-02T10:00')).toEqual(['MET', at('2025-07-01T12:00'), null]);
  });

  it('keeps the policy and the calendar that it was made with', () => {
    const story = new Story(policy({}), '2025-07-01T10:00');
    expect(story.state.sla).toMatchObject({ policy: policy({}), calendar });
    const changed = { ...story.type, sla: policy({ amount: 9, unit: 'DAYS' }) };
    const moved = new Story(policy({}), '2025-07-01T10:00', { ...changed, sla: policy({}) });
    moved.moves('parado', '2025-07-01T11:00').moves('em_analise', '2025-07-01T11:30');
    expect(moved.sla('2025-07-01T11:30')).toEqual(['ON_TRACK', at('2025-07-01T12:30'), 60]);
  });
});

describe("the regulator's clock", () => {
  const answerTo = (kind: RegulatoryKind, opened = '2025-07-01T22:15') => new Story(null, opened, typeWith(null), kind);

  it.each<[RegulatoryKind, string]>([
    ['URGENT', '2025-07-01'],
    ['ASSISTENTIAL_OTHER', '2025-07-08'],
    ['NON_ASSISTENTIAL', '2025-07-10'],
    ['OMBUDSMAN_REANALYSIS', '2025-07-10'],
    ['HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION', '2025-07-15'],
  ])('of the kind %s, asked for on 2025-07-01 at 22:15 in Brasília, is due at the end of %s', (kind, day) => {
    expect(answerTo(kind).answer('2025-07-01T22:15')[1]).toEqual(endOf(day));
  });

  it('is at risk from the start where it is urgent, else once four fifths of its business days are over', () => {
    expect(answerTo('URGENT').answer('2025-07-01T22:15')[0]).toBe('AT_RISK');
    const story = answerTo('ASSISTENTIAL_OTHER');
    expect(story.answer('2025-07-07T23:59:59.999')[0]).toBe('ON_TRACK');
    expect(story.answer('2025-07-08T00:00')).toEqual(['AT_RISK', endOf('2025-07-08'), 1439]);
    expect(story.answer('2025-07-08T23:59:59.999')[0]).toBe('AT_RISK');
    expect(story.answer('2025-07-09T00:00')).toEqual(['BREACHED', endOf('2025-07-08'), -1]);
  });

  it('is stopped by a conclusive status alone, and for good: no pause, resolution or closing stops it', () => {
    const story = answerTo('ASSISTENTIAL_OTHER').moves('parado', '2025-07-02T10:00');
    expect(story.answer('2025-07-08T12:00')[0]).toBe('AT_RISK');
    story.moves('cancelado', '2025-07-03T10:00');
    expect(story.answer('2025-07-08T12:00')[0]).toBe('AT_RISK');
    expect(nextDueAt(story.state)).toEqual(endOf('2025-07-08'));
    story.reopens('2025-07-04T10:00').moves('aprovado', '2025-07-04T11:00').moves('em_analise', '2025-07-05T10:00');
    expect(story.answer('2025-07-20T10:00')).toEqual(['MET', endOf('2025-07-08'), null]);
    expect(nextDueAt(story.state)).toBeNull();
  });

  it('stays late once an answer came late', () => {
    const story = answerTo('ASSISTENTIAL_OTHER').moves('aprovado', '2025-07-09T00:00');
    expect(story.answer('2025-07-09T10:00')).toEqual(['BREACHED', endOf('2025-07-08'), null]);
  });

  it('of another kind counts from the request anew', () => {
    const story = answerTo('ASSISTENTIAL_OTHER').updates('HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION', '2025-07-04T10:00');
    expect(story.answer('2025-07-04T10:00').slice(0, 2)).toEqual(['ON_TRACK', endOf('2025-07-15')]);
    expect(story.updates('URGENT', '2025-07-04T11:00').answer('2025-07-04T11:00')[0]).toBe('BREACHED');
    expect(story.updates(null, '2025-07-04T12:00').state.regulatoryAnswer).toBeNull();
  });

  it('that is demanded only after the answer was given is met by it', () => {
    const story = answerTo('ASSISTENTIAL_OTHER')
      .updates(null, '2025-07-02T10:00')
      .moves('aprovado', '2025-07-03T10:00');
    expect(story.updates('NON_ASSISTENTIAL', '2025-08-01T10:00').answer('2025-08-01T10:00')).toEqual([
      'MET',
      endOf('2025-07-10'),
      null,
    ]);
  });
});
