import { describe, expect, it } from 'vitest';
import type { Result } from '../../../shared/problem.js';
import type { EventPayload } from '../events.js';
import {
  closedState,
  entriesIn,
  refusalsOf,
  sampleMove,
  sampleState,
  sampleStatus,
  sampleType,
  withStatus,
} from '../samples.fixture.js';
import { decideMove, type Move } from './move.js';

const basis = { reason: 'Fora da cobertura', provision: 'cláusula 12.3' };

const move = (from: string, to: string, differences: Partial<Move> = {}): Result<unknown> =>
  decideMove(sampleMove(from, to, differences));

const statusPath = ['input', 'statusKey'];
const noAttendance = sampleType({ allowsAttendance: false });

describe('a move is refused', () => {
  const changed: EventPayload = {
    kind: 'STATUS_CHANGED',
    from: 'sta_solicitado',
    to: 'sta_em_analise',
    comment: null,
    denialBasis: null,
    assignedTo: null,
  };

  it.each<[string, Result<unknown>, [string, readonly string[]][]]>([
    [
      'out of a closed occurrence',
      decideMove({ ...sampleMove('pago', 'em_analise'), state: closedState() }),
      [['OCCURRENCE_CLOSED', ['id']]],
    ],
    [
      'to a status that there is not',
      move('solicitado', 'em_analise', { target: undefined }),
      [['NOT_FOUND', statusPath]],
    ],
    [
      'to a status of another type',
      move('solicitado', 'em_analise', { target: sampleStatus('em_analise', { typeId: 'oct_outro' }) }),
      [['NOT_FOUND', statusPath]],
    ],
    ['to an inactive status, though it is listed', move('solicitado', 'legado'), [['STATUS_INACTIVE', statusPath]]],
    ['to a status that is not listed', move('solicitado', 'pago'), [['TRANSITION_NOT_ALLOWED', statusPath]]],
    ['to the status it is in', move('em_analise', 'em_analise'), [['TRANSITION_NOT_ALLOWED', statusPath]]],
    [
      'to the status it is in, though it lists itself',
      move('em_analise', 'em_analise', { type: withStatus('em_analise', { nextStatusIds: ['sta_em_analise'] }) }),
      [['TRANSITION_NOT_ALLOWED', statusPath]],
    ],
    [
      'at the path that the caller used',
      move('solicitado', 'pago', {
        paths: { status: ['input', 'statusId'], comment: [], denialBasis: [] },
      }),
      [['TRANSITION_NOT_ALLOWED', ['input', 'statusId']]],
    ],
    ['for a role that is not allowed', move('em_analise', 'auditoria'), [['ROLE_NOT_ALLOWED', statusPath]]],
    [
      'for a configurator alone, even where a status allows them',
      move('solicitado', 'em_analise', {
        roles: ['CONFIGURATOR'],
        type: withStatus('em_analise', { allowedRoles: ['CONFIGURATOR'] }),
      }),
      [['ROLE_NOT_ALLOWED', statusPath]],
    ],
    [
      'for a beneficiary',
      move('solicitado', 'em_analise', { roles: ['BENEFICIARY'] }),
      [['ROLE_NOT_ALLOWED', statusPath]],
    ],
    [
      'for an attendant where the type has no attendance',
      move('solicitado', 'em_analise', { type: noAttendance }),
      [['ATTENDANCE_NOT_ALLOWED', ['id']]],
    ],
    [
      'for a supervisor where the type has no attendance',
      move('solicitado', 'em_analise', { type: noAttendance, roles: ['SUPERVISOR'] }),
      [['ATTENDANCE_NOT_ALLOWED', ['id']]],
    ],
    [
      'without the comment that the status demands',
      move('em_analise', 'pendente'),
      [['COMMENT_REQUIRED', ['input', 'comment']]],
    ],
    [
      'with a blank comment where the status demands one',
      move('em_analise', 'pendente', { comment: ' \n ' }),
      [['COMMENT_REQUIRED', ['input', 'comment']]],
    ],
    [
      'with a comment of 4,001 characters',
      move('em_analise', 'pendente', { comment: 'x'.repeat(4001) }),
      [['INVALID', ['input', 'comment']]],
    ],
    [
      'with a comment that cannot be stored',
      move('em_analise', 'pendente', { comment: 'a\0b' }),
      [['INVALID', ['input', 'comment']]],
    ],
    [
      'without the denial basis that the status demands',
      move('em_analise', 'negado'),
      [['DENIAL_BASIS_REQUIRED', ['input', 'denialBasis']]],
    ],
    [
      'with a wholly blank denial basis where the status demands one',
      move('em_analise', 'negado', { denialBasis: { reason: ' ', provision: '' } }),
      [['DENIAL_BASIS_REQUIRED', ['input', 'denialBasis']]],
    ],
    [
      'with a denial basis that lacks its provision',
      move('em_analise', 'negado', { denialBasis: { ...basis, provision: ' ' } }),
      [['DENIAL_BASIS_REQUIRED', ['input', 'denialBasis', 'provision']]],
    ],
    [
      'with half a denial basis where none is demanded',
      move('solicitado', 'em_analise', { denialBasis: { ...basis, reason: '' } }),
      [['REQUIRED', ['input', 'denialBasis', 'reason']]],
    ],
    [
      'with a denial basis that is too long in both parts',
      move('em_analise', 'negado', { denialBasis: { reason: 'x'.repeat(4001), provision: 'x'.repeat(501) } }),
      [
        ['INVALID', ['input', 'denialBasis', 'reason']],
        ['INVALID', ['input', 'denialBasis', 'provision']],
      ],
    ],
    [
      'into a conclusive status with a comment and a reason that conclude nothing, in the operator’s words too',
      move('em_analise', 'negado', {
        comment: 'Em análise.',
        denialBasis: { ...basis, reason: 'visto pela auditoria' },
        genericTerms: ['em análise', 'visto'],
      }),
      [
        ['GENERIC_ANSWER', ['input', 'comment']],
        ['GENERIC_ANSWER', ['input', 'denialBasis', 'reason']],
      ],
    ],
    [
      'into a conclusive status whose own text concludes nothing, whatever is said along with it',
      move('em_analise', 'aprovado', {
        type: withStatus('aprovado', { externalDescription: 'Em processamento' }),
        comment: 'Aprovado',
      }),
      [['GENERIC_ANSWER', statusPath]],
    ],
    [
      'never for a text that concludes nothing where the status does not conclude',
      move('em_analise', 'pendente', { comment: 'Em análise' }),
      [],
    ],
    [
      'before a resolving status while a required tab is empty',
      move('em_analise', 'negado', { denialBasis: basis, entries: entriesIn() }),
      [['TAB_INCOMPLETE', statusPath]],
    ],
    [
      'before a conclusive status while a required tab or one that names it is empty',
      move('em_analise', 'aprovado', { entries: new Map([['tab_analise', 0]]) }),
      [
        ['TAB_INCOMPLETE', statusPath],
        ['TAB_INCOMPLETE', statusPath],
      ],
    ],
    [
      'before any status while a tab that names it is empty',
      move('em_analise', 'pendente', { comment: 'Falta a nota', entries: entriesIn('dados') }),
      [['TAB_INCOMPLETE', statusPath]],
    ],
    [
      'for all that stands in its way at once, in the order of the rule',
      move('em_analise', 'negado', {
        entries: entriesIn(),
        type: sampleType({
          allowsAttendance: false,
          statuses: withStatus('negado', { requiresComment: true, allowedRoles: ['INTEGRATION'] }).statuses,
        }),
      }),
      [
        ['ROLE_NOT_ALLOWED', statusPath],
        ['ATTENDANCE_NOT_ALLOWED', ['id']],
        ['COMMENT_REQUIRED', ['input', 'comment']],
        ['DENIAL_BASIS_REQUIRED', ['input', 'denialBasis']],
        ['TAB_INCOMPLETE', statusPath],
      ],
    ],
    [
      'when the status changed after the version that was expected',
      move('em_analise', 'pago', {
        state: sampleState({ statusId: 'sta_em_analise', version: 2 }),
        expected: { version: 1, laterEvents: [changed] },
      }),
      [['CONFLICT', ['input', 'expectedVersion']]],
    ],
    [
      'as a conflict rather than as closed, for whoever saw it open',
      move('pago', 'em_analise', {
        state: closedState({ version: 2 }),
        expected: { version: 1, laterEvents: [changed] },
      }),
      [['CONFLICT', ['input', 'expectedVersion']]],
    ],
    [
      'when a version is expected that there is not yet',
      move('solicitado', 'em_analise', { expected: { version: 2, laterEvents: [] } }),
      [['CONFLICT', ['input', 'expectedVersion']]],
    ],
    [
      'when a version below the first is expected',
      move('solicitado', 'em_analise', { expected: { version: 0, laterEvents: [] } }),
      [['INVALID', ['input', 'expectedVersion']]],
    ],
  ])('%s', (_, result, expected) => {
    expect(refusalsOf(result)).toEqual(expected);
  });

  it('with details for the clients that need them', () => {
    const details = (result: Result<unknown>) => (result.ok ? [] : result.problems.map((one) => one.details));
    expect(details(move('aprovado', 'negado'))).toEqual([
      { from: 'aprovado', to: 'negado', allowed: ['em_analise', 'pago'] },
    ]);
    expect(details(move('em_analise', 'aprovado', { entries: entriesIn('dados') }))).toEqual([
      { tabId: 'tab_analise', tabKey: 'analise' },
    ]);
    expect(
      details(
        move('em_analise', 'pago', {
          state: sampleState({ statusId: 'sta_em_analise', version: 2 }),
          expected: { version: 1, laterEvents: [changed] },
        }),
      ),
    ).toEqual([{ currentVersion: 2, occurrenceId: sampleState().id, changedIn: [2], entryId: null }]);
  });
});

it('a caller that loads too few of the later events is found out', () => {
  expect(() =>
    move('solicitado', 'em_analise', {
      state: sampleState({ version: 3 }),
      expected: { version: 1, laterEvents: [] },
    }),
  ).toThrow('0 events given between versions 1 and 3');
});
