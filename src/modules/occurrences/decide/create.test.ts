import { describe, expect, it } from 'vitest';
import { usualCalendar } from '../../calendar/index.js';
import { made, refusalsOf, sampleState, sampleStatus, sampleType, t1, withStatus } from '../samples.fixture.js';
import { type Create, decideCreate, intakeTabOf } from './create.js';

const calendar = usualCalendar('America/Sao_Paulo');
const calendars = { own: calendar, regulatory: calendar };

const create = (differences: Partial<Create> = {}) =>
  decideCreate({
    id: 'occ_1',
    type: sampleType(),
    channel: 'APP',
    description: 'Consulta de março',
    requesterId: 'ben_ana',
    beneficiaryId: 'ben_ana',
    intakeEntryId: null,
    calendars,
    now: t1,
    ...differences,
  });

describe('an occurrence is created', () => {
  it('in the default status, at version 1, as one event', () => {
    expect(made(create())).toEqual({
      changed: true,
      event: { kind: 'CREATED', statusId: 'sta_solicitado', channel: 'APP', intakeEntry: null },
      state: sampleState({
        createdAt: t1,
        updatedAt: t1,
        regulatoryAnswer: {
          calendar,
          startedAt: '2026-03-02T13:00:00.000Z',
          warnAt: '2026-03-10T17:24:00.000Z',
          dueAt: '2026-03-12T02:59:59.999Z',
        },
        regulatoryState: 'ON_TRACK',
      }),
      before: null,
      after: {
        statusId: 'sta_solicitado',
        attendantId: null,
        closed: false,
        shown: true,
        lastShownStatusId: 'sta_solicitado',
        slaState: null,
        regulatoryState: 'ON_TRACK',
      },
    });
  });

  it('with its intake as the first entry of the tab that has the same form', () => {
    expect(made(create({ intakeEntryId: 'ent_1' })).event).toMatchObject({
      intakeEntry: { entryId: 'ent_1', tabId: 'tab_dados' },
    });
    const noTab = sampleType({ intakeFormId: 'frm_outro' });
    expect(intakeTabOf(noTab)).toBeUndefined();
    expect(intakeTabOf(sampleType({ intakeFormId: null }))).toBeUndefined();
    expect(made(create({ intakeEntryId: 'ent_1', type: noTab })).event).toMatchObject({ intakeEntry: null });
  });

  it('with the regulatory kind of its type unless another is given', () => {
    expect(made(create()).state.regulatoryKind).toBe('NON_ASSISTENTIAL');
    expect(made(create({ regulatoryKind: null })).state.regulatoryKind).toBe('NON_ASSISTENTIAL');
    expect(made(create({ regulatoryKind: 'URGENT' })).state.regulatoryKind).toBe('URGENT');
  });

  it('resolved and closed at once in self-service', () => {
    const type = sampleType({
      statuses: [sampleStatus('concluido', { isDefault: true, resolves: true, closes: true })],
    });
    const { state, after } = made(create({ type }));
    expect(state).toMatchObject({ resolvedAt: t1, closedAt: t1, attendanceStartedAt: null });
    expect(after.closed).toBe(true);
  });

  it('in attendance where the default status starts it', () => {
    const type = withStatus('solicitado', { startsAttendance: true });
    expect(made(create({ type })).state.attendanceStartedAt).toEqual(t1);
  });

  it('unseen where the default status is hidden', () => {
    const { state, after } = made(create({ type: withStatus('solicitado', { showInHistory: false }) }));
    expect([state.lastShownStatusId, after.shown]).toEqual([null, false]);
  });

  it('in a chat by the channel CHAT', () => {
    expect(made(create({ type: sampleType({ viewMode: 'CHAT' }), channel: 'CHAT' })).state.channel).toBe('CHAT');
  });
});

describe('a creation is refused', () => {
  const chat = sampleType({ viewMode: 'CHAT' });
  const channel = ['input', 'channel'];
  const description = ['input', 'description'];

  it.each<[string, Partial<Create>, [string, readonly string[]][]]>([
    ['of a type that takes no part', { type: sampleType({ active: false }) }, [['INVALID', ['input', 'typeKey']]]],
    [
      'of such a type at the path that the caller used',
      { type: sampleType({ active: false }), typePath: ['input', 'featureKey'] },
      [['INVALID', ['input', 'featureKey']]],
    ],
    ['of a chat outside the chat', { type: chat, channel: 'WEB' }, [['VIEW_MODE_MISMATCH', channel]]],
    ['of anything else inside the chat', { channel: 'CHAT' }, [['VIEW_MODE_MISMATCH', channel]]],
    ['without a description', { description: '' }, [['REQUIRED', description]]],
    ['with a description of 10,001 characters', { description: 'x'.repeat(10_001) }, [['INVALID', description]]],
    [
      'for every problem at once',
      { channel: 'CHAT', description: ' ' },
      [
        ['VIEW_MODE_MISMATCH', channel],
        ['REQUIRED', description],
      ],
    ],
  ])('%s', (_, differences, expected) => {
    expect(refusalsOf(create(differences))).toEqual(expected);
  });
});
