import { expect, it } from 'vitest';
import type { Result } from '../../../shared/problem.js';
import type { EventPayload } from '../events.js';
import { entriesIn, refusalsOf, sampleMove, sampleState, sampleType, t1 } from '../samples.fixture.js';
import type { OccurrenceState } from '../state.js';
import { decideAssign } from './assign.js';
import type { Expectation } from './barrier.js';
import { decideMove } from './move.js';
import type { Outcome } from './outcome.js';
import { decideStartAttendance } from './start-attendance.js';

type Attempt = (state: OccurrenceState, expected: Expectation, index: number) => Result<Outcome>;

/** Fifty who all saw version 1, one after the other as the row's lock lets them in: the events made, and how the others were refused. */
function race(attempt: Attempt): { events: EventPayload[]; refusals: string[] } {
  let state = sampleState();
  const events: EventPayload[] = [];
  const refusals: string[] = [];
  for (let index = 0; index < 50; index++) {
    const result = attempt(state, { version: 1, laterEvents: [...events] }, index);
    refusals.push(...refusalsOf(result).map(([code]) => code));
    if (result.ok && result.value.changed) {
      state = result.value.state;
      events.push(result.value.event);
    }
  }
  return { events, refusals };
}

const start: Attempt = (state, _, index) =>
  decideStartAttendance({
    state,
    type: sampleType(),
    now: t1,
    attendantId: `att_${index}`,
    roles: ['ATTENDANT'],
    entries: entriesIn(),
    genericTerms: [],
  });

it.each<[string, Attempt, string]>([
  [
    'move to the same target',
    (state) => decideMove(sampleMove('solicitado', 'em_analise', { state })),
    'TRANSITION_NOT_ALLOWED',
  ],
  [
    'move from the same version',
    (state, expected, index) =>
      decideMove(sampleMove('solicitado', index % 2 ? 'em_analise' : 'duplicado', { state, expected })),
    'CONFLICT',
  ],
  ['close it', (state) => decideMove(sampleMove('solicitado', 'cancelado', { state })), 'OCCURRENCE_CLOSED'],
  ['start attendance', start, 'CONFLICT'],
  [
    'assign it from the same version',
    (state, expected, index) =>
      decideAssign({ state, type: sampleType(), now: t1, attendantId: `att_${index}`, expected }),
    'CONFLICT',
  ],
])('of fifty who %s at once one wins, and the others are told why', (_, attempt, code) => {
  const { events, refusals } = race(attempt);
  expect(events).toHaveLength(1);
  expect(refusals).toEqual(Array.from({ length: 49 }, () => code));
});
