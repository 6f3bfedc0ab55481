import { expect, it } from 'vitest';
import { encodePosition } from '../../src/platform/events/index.js';
import { newId } from '../../src/shared/ids.js';
import { type History, historyFaults } from './history-checker.js';

const at = new Date('2026-11-24T12:00:00.000Z');
const from = encodePosition({ sequence: 0, eventId: null });
const cursors = [1, 2, 3].map((sequence) => encodePosition({ sequence, eventId: newId('event', at) }));
const [first, second, third] = cursors as [string, string, string];
const log = [
  { occurrenceId: 'a', version: 1, cursor: first, entered: 'aberto' },
  { occurrenceId: 'b', version: 1, cursor: second, entered: 'aberto' },
  { occurrenceId: 'a', version: 2, cursor: third, entered: null },
];
const whole: History = {
  acknowledged: log.slice(0, 2).map(({ occurrenceId, version, cursor }) => ({ occurrenceId, version, cursor })),
  unanswered: 1,
  from,
  log,
  occurrences: [
    { id: 'a', version: 2, statusKey: 'aberto', deliveries: ['aviso'] },
    { id: 'b', version: 1, statusKey: 'aberto', deliveries: ['aviso'] },
  ],
  streams: [cursors],
  actions: { aberto: ['aviso'] },
};
const [a, b] = whole.occurrences as [History['occurrences'][number], History['occurrences'][number]];

it('finds no fault in a history that is whole', () => {
  expect(historyFaults(whole)).toEqual([]);
});

it.each<[string, Partial<History>, string]>([
  [
    'an acknowledged write that is lost',
    { acknowledged: [{ occurrenceId: 'a', version: 3, cursor: third }], unanswered: 2 },
    'a version 3 was acknowledged and is lost',
  ],
  ['an event from nowhere', { unanswered: 0 }, '1 events of 0 unanswered writes'],
  [
    'an event that two were told of',
    { acknowledged: [...whole.acknowledged, whole.acknowledged[0]!] },
    'one event was acknowledged to two writes',
  ],
  [
    'a gap in the sequence',
    { log: log.toSpliced(1, 1), acknowledged: [], unanswered: 3, occurrences: [a], streams: [] },
    'sequence 3 stands where 2 belongs',
  ],
  ['a version without its event', { occurrences: [{ ...a, version: 3 }, b] }, 'a is at version 3 with 2 events'],
  ['a gap in the versions', { log: log.with(2, { ...log[2]!, version: 3 }) }, 'a has version 3 where 2 belongs'],
  [
    'a status without its event',
    { occurrences: [{ ...a, statusKey: 'pago' }, b] },
    'a is pago without an event that says so',
  ],
  [
    'an event without its deliveries',
    { occurrences: [a, { ...b, deliveries: [] }] },
    'b has the deliveries [] and not [aviso]',
  ],
  ['events without their occurrence', { occurrences: [a] }, 'b has events and does not exist'],
  ['a stream that missed one', { streams: [[first, third]] }, 'stream 0 delivered 2 events that are not the log'],
  [
    'a stream that told one twice',
    { streams: [[first, second, second, third]] },
    'stream 0 delivered 4 events that are not the log',
  ],
])('tells of %s', (_what, broken, fault) => {
  expect(historyFaults({ ...whole, ...broken })).toContain(fault);
});
