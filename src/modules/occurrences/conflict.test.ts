import { expect, it } from 'vitest';
import { conflictsWith, touches } from './conflict.js';
import { enteredStatus, type EventPayload, type OccurrenceEventKind } from './events.js';

const changed = {
  kind: 'STATUS_CHANGED',
  from: 'sta_a',
  to: 'sta_b',
  comment: null,
  denialBasis: null,
  assignedTo: null,
} as const;

const cases: [OccurrenceEventKind, EventPayload, string[], string | null][] = [
  [
    'CREATED',
    { kind: 'CREATED', statusId: 'sta_a', channel: 'APP', intakeEntry: { entryId: 'ent_1', tabId: 'tab_1' } },
    ['status', 'assignment', 'description', 'regulatoryKind', 'entry:ent_1'],
    'sta_a',
  ],
  ['STATUS_CHANGED', changed, ['status'], 'sta_b'],
  ['STATUS_CHANGED', { ...changed, assignedTo: 'att_1' }, ['status', 'assignment'], 'sta_b'],
  ['REOPENED', { kind: 'REOPENED', from: 'sta_b', to: 'sta_a' }, ['status'], 'sta_a'],
  ['ASSIGNED', { kind: 'ASSIGNED', from: null, to: null, attendanceStarted: false }, ['assignment'], null],
  ['UPDATED', { kind: 'UPDATED', description: { before: 'a', after: 'b' }, reason: null }, ['description'], null],
  [
    'UPDATED',
    { kind: 'UPDATED', regulatoryKind: { before: null, after: 'URGENT' }, reason: 'x' },
    ['regulatoryKind'],
    null,
  ],
  [
    'TAB_ENTRY_SAVED',
    { kind: 'TAB_ENTRY_SAVED', tabId: 'tab_1', entryId: 'ent_1', created: true, visibleToBeneficiary: true },
    ['entry:ent_1'],
    null,
  ],
  ['NOTE_ADDED', { kind: 'NOTE_ADDED', noteId: 'not_1', visibility: 'PUBLIC' }, [], null],
  ['MESSAGE_EDITED', { kind: 'MESSAGE_EDITED', messageId: 'msg_1' }, [], null],
  ['MESSAGE_WITHDRAWN', { kind: 'MESSAGE_WITHDRAWN', messageId: 'msg_1' }, [], null],
  ['MESSAGES_READ', { kind: 'MESSAGES_READ', byBeneficiary: true, upToMessageId: 'msg_1' }, [], null],
  ['MESSAGE_POSTED', { kind: 'MESSAGE_POSTED', messageId: 'msg_1', fromBeneficiary: true }, [], null],
  ['REANALYSIS_REQUESTED', { kind: 'REANALYSIS_REQUESTED', reanalysisId: 'occ_2' }, [], null],
  [
    'ATTACHMENT_ADDED',
    { kind: 'ATTACHMENT_ADDED', attachmentId: 'atc_1', visibleToBeneficiary: true, fromBeneficiary: true },
    [],
    null,
  ],
  ['SLA_STATE_CHANGED', { kind: 'SLA_STATE_CHANGED', clock: 'REGULATORY', from: null, to: 'MET' }, [], null],
  ['ACTION_SETTLED', { kind: 'ACTION_SETTLED', deliveryId: 'dlv_1', actionId: 'act_1', outcome: 'FAILED' }, [], null],
];

it.each(cases)('%s touches and enters exactly what it changes', (_, event, aspects, status) => {
  expect([...touches(event)]).toEqual(aspects);
  expect(enteredStatus(event)).toBe(status);
});

it('a conflict is one aspect in common with one later event', () => {
  const note: EventPayload = { kind: 'NOTE_ADDED', noteId: 'not_1', visibility: 'PUBLIC' };
  expect(conflictsWith(['status', 'assignment'], [note, changed])).toBe(true);
  expect(conflictsWith(['description'], [note, changed])).toBe(false);
  expect(conflictsWith(['status'], [])).toBe(false);
  expect(conflictsWith([], [changed])).toBe(false);
});
