import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../events.js';
import { closedState, made, refusalsOf, sampleState, sampleType, t1 } from '../samples.fixture.js';
import { type Assign, decideAssign } from './assign.js';

const carlas = sampleState({ version: 2, attendantId: 'att_carla' });
const assign = (differences: Partial<Assign> = {}) =>
  decideAssign({ state: carlas, type: sampleType(), now: t1, attendantId: 'att_davi', ...differences });
const toCarla: EventPayload = { kind: 'ASSIGNED', from: null, to: 'att_carla', attendanceStarted: false };

describe('assigning', () => {
  it('gives it to another attendant and moves no status', () => {
    expect(made(assign())).toMatchObject({
      event: { kind: 'ASSIGNED', from: 'att_carla', to: 'att_davi', attendanceStarted: false },
      state: { statusId: 'sta_solicitado', attendantId: 'att_davi', attendanceStartedAt: null, version: 3 },
      before: { attendantId: 'att_carla' },
      after: { attendantId: 'att_davi' },
    });
  });

  it('to nobody gives it back to the queue', () => {
    expect(made(assign({ attendantId: null }))).toMatchObject({
      event: { kind: 'ASSIGNED', from: 'att_carla', to: null },
      state: { attendantId: null, version: 3 },
    });
  });

  it.each([
    ['the attendant who has it', carlas, 'att_carla'],
    ['nobody what nobody has', sampleState({ version: 2 }), null],
  ])('to %s succeeds and changes nothing, whatever version was expected', (_, state, attendantId) => {
    const expected = { version: 1, laterEvents: [toCarla] };
    expect(assign({ state, attendantId, expected })).toEqual({ ok: true, value: { changed: false, state } });
  });

  it.each<[string, Partial<Assign>, string, readonly string[]]>([
    ['of a closed occurrence', { state: closedState() }, 'OCCURRENCE_CLOSED', ['id']],
    [
      'of a closed occurrence to the attendant who has it',
      { state: closedState(), attendantId: 'att_carla' },
      'OCCURRENCE_CLOSED',
      ['id'],
    ],
    ['to an attendant that there is not', { attendantId: undefined }, 'NOT_FOUND', ['input', 'attendantId']],
    [
      'when it was assigned after the version that was expected',
      { expected: { version: 1, laterEvents: [toCarla] } },
      'CONFLICT',
      ['input', 'expectedVersion'],
    ],
    [
      'when the version is out of range',
      { expected: { version: 3, laterEvents: [] } },
      'CONFLICT',
      ['input', 'expectedVersion'],
    ],
  ])('is refused %s', (_, differences, code, path) => {
    expect(refusalsOf(assign(differences))).toEqual([[code, path]]);
  });
});
