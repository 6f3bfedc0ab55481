import { describe, expect, it } from 'vitest';
import { usualCalendar } from '../../calendar/index.js';
import type { SlaPolicy } from '../../workflow/model.js';
import { decideNote } from '../decide/additions.js';
import { decideCreate } from '../decide/create.js';
import { decideMove } from '../decide/move.js';
import type { Change } from '../decide/outcome.js';
import { recordOvertaken } from '../decide/overtaken.js';
import { decideReopen } from '../decide/reopen.js';
import { decideUpdate } from '../decide/update.js';
import { entriesIn, made, sampleStatus, sampleType, statusNamed } from '../samples.fixture.js';
import type { OccurrenceState } from '../state.js';
import { nextChangeAt } from './told.js';

const calendar = usualCalendar('America/Sao_Paulo');
const calendars = { own: calendar, regulatory: calendar };
const at = (local: string): Date => new Date(`${local}-03:00`);
const twoHours: SlaPolicy = { amount: 2, unit: 'HOURS', metric: 'RESOLUTION', warnAtPercent: 80 };

const typeWith = (sla: SlaPolicy | null) => {
  const { statuses, ...type } = sampleType({ sla });
  const free = [...statuses, sampleStatus('parado', { pausesSla: true })];
  return { ...type, statuses: free.map((status) => ({ ...status, nextStatusIds: status.closes ? [] : null })) };
};

/** What the log tells of an occurrence. */
class Story {
  state: OccurrenceState;
  /** The states before and after each event, with what became of which clock where time alone did it. */
  readonly told: string[] = [];

  constructor(
    sla: SlaPolicy | null,
    opened: string,
    readonly type = typeWith(sla),
  ) {
    const about = { id: 'occ_1', type, channel: 'APP', description: 'Consulta', intakeEntryId: null } as const;
    const parties = { requesterId: 'ben_ana', beneficiaryId: 'ben_ana' };
    this.state = this.#tell(made(decideCreate({ ...about, ...parties, calendars, now: at(opened) })));
  }

  moves(to: string, when: string): this {
    const move = { state: this.state, type: this.type, now: at(when), target: statusNamed(this.type, to) };
    const given = {
      comment: 'Pago em conta',
      denialBasis: { reason: 'Fora da cobertura', provision: 'cláusula 12.3' },
    };
    const by = { roles: ['SUPERVISOR'] as const, entries: entriesIn('dados', 'analise'), genericTerms: [] };
    this.#tell(made(decideMove({ ...move, ...given, ...by })));
    return this;
  }

  isNoted(when: string): this {
    const note = { noteId: 'not_1', body: 'Ligou', visibility: 'INTERNAL', files: 0 } as const;
    this.#tell(made(decideNote({ ...note, state: this.state, type: this.type, now: at(when) })));
    return this;
  }

  reopens(when: string): this {
    this.#tell(made(decideReopen({ ...this, roles: ['SUPERVISOR'], now: at(when) })));
    return this;
  }

  turns(regulatoryKind: 'URGENT' | 'ASSISTENTIAL_OTHER', when: string): this {
    const update = { ...this, regulatoryKind, reason: 'Reclassificada', calendar, now: at(when) };
    this.#tell(made(decideUpdate(update)) as Change);
    return this;
  }

  /** Somebody looks what time has done. */
  passes(when: string | Date): this {
    const now = when instanceof Date ? when : at(when);
    for (const change of recordOvertaken({ state: this.state, type: this.type, now })) this.#tell(change);
    return this;
  }

  get next(): Date | null {
    return nextChangeAt(this.state);
  }

  #tell(change: Change): OccurrenceState {
    const { event, before, after } = change;
    const name = event.kind === 'SLA_STATE_CHANGED' ? `${event.clock} ${event.from} > ${event.to}` : event.kind;
    this.told.push(
      `${name}: ${before?.slaState}/${before?.regulatoryState} ${after.slaState}/${after.regulatoryState}`,
    );
    return (this.state = change.state);
  }
}

describe('how the clocks stand is told', () => {
  it('with the first event, and then of each instant at which time alone changes it', () => {
    const story = new Story(twoHours, '2025-07-01T10:00');
    expect(story.next).toEqual(at('2025-07-01T11:36'));
    story.passes('2025-07-01T11:35:59.999').passes('2025-07-01T11:36');
    expect(story.next).toEqual(at('2025-07-01T12:00:00.001'));
    story.passes('2025-07-01T12:00').passes('2025-07-01T12:00:00.001');
    // Seven business days, four fifths of which end then.
    expect(story.next).toEqual(new Date(story.state.regulatoryAnswer!.warnAt));
    story.passes('2025-07-10T23:59:59.999').passes('2025-07-11T00:00').passes('2026-01-01T00:00');
    expect(story.next).toBeNull();
    expect(story.told).toEqual([
      'CREATED: undefined/undefined ON_TRACK/ON_TRACK',
      'SLA ON_TRACK > AT_RISK: ON_TRACK/ON_TRACK AT_RISK/ON_TRACK',
      'SLA AT_RISK > BREACHED: AT_RISK/ON_TRACK BREACHED/ON_TRACK',
      'REGULATORY ON_TRACK > AT_RISK: BREACHED/ON_TRACK BREACHED/AT_RISK',
      'REGULATORY AT_RISK > BREACHED: BREACHED/AT_RISK BREACHED/BREACHED',
    ]);
  });

  it('without what was skipped over, the two clocks apart, each event a version more', () => {
    const story = new Story(twoHours, '2025-07-01T10:00').passes('2026-01-01T00:00');
    expect(story.told.slice(1)).toEqual([
      'SLA ON_TRACK > BREACHED: ON_TRACK/ON_TRACK BREACHED/ON_TRACK',
      'REGULATORY ON_TRACK > BREACHED: BREACHED/ON_TRACK BREACHED/BREACHED',
    ]);
    expect(story.state.version).toBe(3);
  });

  it('by what leaves clocks alone as it was told before: time is told of by its own event', () => {
    const story = new Story(twoHours, '2025-07-01T10:00')
      .isNoted('2025-07-01T11:40')
      .moves('em_analise', '2025-07-01T11:41');
    expect(story.next).toEqual(at('2025-07-01T11:36'));
    expect(story.passes('2025-07-01T11:41:01').told.slice(1)).toEqual([
      'NOTE_ADDED: ON_TRACK/ON_TRACK ON_TRACK/ON_TRACK',
      'STATUS_CHANGED: ON_TRACK/ON_TRACK ON_TRACK/ON_TRACK',
      'SLA ON_TRACK > AT_RISK: ON_TRACK/ON_TRACK AT_RISK/ON_TRACK',
    ]);
  });

  it('by a change of a clock itself as it stands by it, though time was not told of before: there is no second event', () => {
    const story = new Story(twoHours, '2025-07-01T10:00').moves('parado', '2025-07-01T11:40');
    expect(story.passes('2025-07-01T13:00').told.slice(1)).toEqual([
      'STATUS_CHANGED: ON_TRACK/ON_TRACK PAUSED/ON_TRACK',
    ]);
    const late = new Story(twoHours, '2025-07-01T10:00').moves('negado', '2025-07-01T12:00:00.500');
    expect(late.passes('2025-07-02T10:00').told.slice(1)).toEqual(['STATUS_CHANGED: ON_TRACK/ON_TRACK BREACHED/MET']);
    expect(late.next).toBeNull();
  });

  it('not of a clock that stands still, and again once it goes on', () => {
    const story = new Story(twoHours, '2025-07-01T10:00').moves('parado', '2025-07-01T11:00');
    expect(story.next).toEqual(new Date(story.state.regulatoryAnswer!.warnAt));
    story.passes('2025-07-03T10:00').moves('em_analise', '2025-07-03T10:00').passes('2025-07-03T10:36');
    expect(story.told.slice(1)).toEqual([
      'STATUS_CHANGED: ON_TRACK/ON_TRACK PAUSED/ON_TRACK',
      'STATUS_CHANGED: PAUSED/ON_TRACK ON_TRACK/ON_TRACK',
      'SLA ON_TRACK > AT_RISK: ON_TRACK/ON_TRACK AT_RISK/ON_TRACK',
    ]);
  });

  it('of what is closed by the regulator’s clock alone, and by both once it is reopened', () => {
    const story = new Story(twoHours, '2025-07-01T10:00').moves('cancelado', '2025-07-01T11:00');
    expect(story.next).toEqual(new Date(story.state.regulatoryAnswer!.warnAt));
    story.passes('2025-07-11T00:00').reopens('2025-07-11T09:00').passes('2025-07-11T09:36');
    expect(story.told.slice(1)).toEqual([
      'STATUS_CHANGED: ON_TRACK/ON_TRACK MET/ON_TRACK',
      'REGULATORY ON_TRACK > BREACHED: MET/ON_TRACK MET/BREACHED',
      'REOPENED: MET/BREACHED ON_TRACK/BREACHED',
      'SLA ON_TRACK > AT_RISK: ON_TRACK/BREACHED AT_RISK/BREACHED',
    ]);
  });

  it('by a change of the kind of answer', () => {
    const story = new Story(null, '2025-07-01T10:00').turns('URGENT', '2025-07-01T12:00').passes('2025-07-02T00:00');
    expect(story.told).toEqual([
      'CREATED: undefined/undefined null/ON_TRACK',
      'UPDATED: null/ON_TRACK null/AT_RISK',
      'REGULATORY AT_RISK > BREACHED: null/AT_RISK null/BREACHED',
    ]);
  });

  it('never back to what was before, by a process whose clock is behind that of who told it', () => {
    const story = new Story(twoHours, '2025-07-01T10:00').passes('2025-07-01T11:36').passes('2025-07-01T11:31');
    expect(story.state.slaState).toBe('AT_RISK');
    expect(story.told).toHaveLength(2);
  });

  it('of what was kept before states were: what it is by then', () => {
    const story = new Story(twoHours, '2025-07-01T10:00');
    story.state = { ...story.state, slaState: null, regulatoryState: null };
    expect(story.passes('2025-07-01T11:36').told.slice(1)).toEqual([
      'SLA null > AT_RISK: null/null AT_RISK/null',
      'REGULATORY null > ON_TRACK: AT_RISK/null AT_RISK/ON_TRACK',
    ]);
  });

  it.each([
    ['14 business hours over New Year', 14, 'BUSINESS_HOURS', '2025-12-30T16:00', '2026-01-02T10:00'],
    ['14 business hours over 29 February', 14, 'BUSINESS_HOURS', '2024-02-28T16:00', '2024-03-01T10:00'],
    // Clocks went from 00:00 to 01:00 in the night between: that day ends at 23:00 of the hours before.
    ['a day over a lost hour', 1, 'DAYS', '2018-11-03T10:00', '2018-11-04T22:59:59.999'],
  ] as const)('after %s', (_, amount, unit, opened, end) => {
    const story = new Story({ ...twoHours, amount, unit, warnAtPercent: 100 }, opened);
    const due = at(end);
    const before = new Date(due.getTime() - 1);
    const after = new Date(due.getTime() + 1);
    expect([before, due, after].map((instant) => story.passes(instant).state.slaState)).toEqual([
      'ON_TRACK',
      'AT_RISK',
      'BREACHED',
    ]);
  });
});
