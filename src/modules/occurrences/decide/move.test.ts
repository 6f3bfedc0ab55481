import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../events.js';
import { entriesIn, made, sampleMove, sampleState, sampleType, t0, t1, withStatus } from '../samples.fixture.js';
import { decideMove, type Move } from './move.js';

const basis = { reason: 'Fora da cobertura', provision: 'cláusula 12.3' };
const move = (from: string, to: string, differences: Partial<Move> = {}) =>
  made(decideMove(sampleMove(from, to, differences)));
const noAttendance = sampleType({ allowsAttendance: false });

describe('a move is made', () => {
  it('as one event, with the facets on both sides and the next version', () => {
    expect(move('solicitado', 'em_analise', { comment: 'Vamos ver' })).toEqual({
      changed: true,
      event: {
        kind: 'STATUS_CHANGED',
        from: 'sta_solicitado',
        to: 'sta_em_analise',
        comment: 'Vamos ver',
        denialBasis: null,
        assignedTo: null,
      },
      state: sampleState({
        statusId: 'sta_em_analise',
        lastShownStatusId: 'sta_em_analise',
        version: 2,
        updatedAt: t1,
        attendanceStartedAt: t1,
      }),
      before: {
        statusId: 'sta_solicitado',
        attendantId: null,
        closed: false,
        shown: true,
        lastShownStatusId: 'sta_solicitado',
        slaState: null,
        regulatoryState: null,
      },
      after: {
        statusId: 'sta_em_analise',
        attendantId: null,
        closed: false,
        shown: true,
        lastShownStatusId: 'sta_em_analise',
        slaState: null,
        regulatoryState: null,
      },
    });
  });

  it('by a supervisor into a status that allows attendants alone', () => {
    const attendants = withStatus('em_analise', { allowedRoles: ['ATTENDANT'] });
    expect(move('solicitado', 'em_analise', { roles: ['SUPERVISOR'], type: attendants }).state.version).toBe(2);
  });

  it('by a configurator who is an attendant too', () => {
    expect(move('solicitado', 'em_analise', { roles: ['CONFIGURATOR', 'ATTENDANT'] }).state.version).toBe(2);
  });

  it('by a system where the type has no attendance', () => {
    expect(move('solicitado', 'em_analise', { roles: ['INTEGRATION'], type: noAttendance }).state.version).toBe(2);
  });

  it('into a status that closes without an answer while required tabs are empty', () => {
    expect(move('solicitado', 'cancelado', { entries: entriesIn() }).state.closedAt).toEqual(t1);
  });

  it('whatever was written, assigned notes or settled in between, but for status and assignment', () => {
    const later: EventPayload[] = [
      { kind: 'NOTE_ADDED', noteId: 'not_1', visibility: 'INTERNAL' },
      { kind: 'MESSAGE_POSTED', messageId: 'msg_1', fromBeneficiary: true },
      { kind: 'ATTACHMENT_ADDED', attachmentId: 'atc_1', visibleToBeneficiary: true, fromBeneficiary: true },
      { kind: 'TAB_ENTRY_SAVED', tabId: 'tab_dados', entryId: 'ent_1', created: true, visibleToBeneficiary: true },
      { kind: 'UPDATED', description: { before: 'a', after: 'b' }, reason: null },
      { kind: 'ACTION_SETTLED', deliveryId: 'dlv_1', actionId: 'act_1', outcome: 'DELIVERED' },
      { kind: 'SLA_STATE_CHANGED', clock: 'SLA', from: null, to: 'ON_TRACK' },
    ];
    const change = move('solicitado', 'em_analise', {
      state: sampleState({ version: 8 }),
      expected: { version: 1, laterEvents: later },
    });
    expect(change.state.version).toBe(9);
  });

  it('with exactly 4,000 characters of comment, counted as people count them', () => {
    const comment = '🙂'.repeat(4000);
    expect(move('em_analise', 'pendente', { comment }).event).toMatchObject({ comment });
  });

  it('keeping a denial basis that the status does not demand, and dropping a blank comment', () => {
    const { event, state } = move('solicitado', 'em_analise', { denialBasis: basis, comment: '  ' });
    expect(event).toMatchObject({ denialBasis: basis, comment: null });
    expect(state.denialBasis).toEqual(basis);
  });

  it('so that attendance starts once', () => {
    const state = sampleState({ statusId: 'sta_pendente', attendanceStartedAt: t0 });
    expect(move('pendente', 'em_analise', { state }).state.attendanceStartedAt).toEqual(t0);
  });

  it('so that a resolving status dates the resolution, and one that resolves nothing takes it back', () => {
    const denied = move('em_analise', 'negado', { denialBasis: basis }).state;
    expect(denied.resolvedAt).toEqual(t1);
    expect(denied.closedAt).toBeNull();
    expect(move('negado', 'em_analise', { state: denied }).state.resolvedAt).toBeNull();
  });

  it('so that a resolution that goes on keeps its date', () => {
    const paying = withStatus('aprovado', { resolves: true });
    const state = sampleState({ statusId: 'sta_aprovado', resolvedAt: t0 });
    expect(move('aprovado', 'pago', { state, type: paying }).state).toMatchObject({ resolvedAt: t0, closedAt: t1 });
  });

  it('so that a denial stays through a re-analysis, until there is another answer', () => {
    const denied = move('em_analise', 'negado', { denialBasis: basis }).state;
    const again = move('negado', 'em_analise', { state: denied }).state;
    expect(again.denialBasis).toEqual(basis);
    expect(move('em_analise', 'aprovado', { state: again }).state.denialBasis).toBeNull();
  });

  it('so that the basis of an answer stays while the answer goes on', () => {
    const state = sampleState({ statusId: 'sta_aprovado', denialBasis: basis });
    expect(move('aprovado', 'pago', { state }).state.denialBasis).toEqual(basis);
  });

  it('so that a hidden status is entered without being the last one shown', () => {
    const { before, after } = move('em_analise', 'auditoria', {
      roles: ['SUPERVISOR'],
      state: sampleState({ statusId: 'sta_em_analise', lastShownStatusId: 'sta_em_analise' }),
    });
    expect(before).toMatchObject({ shown: true, lastShownStatusId: 'sta_em_analise' });
    expect(after).toMatchObject({ shown: false, lastShownStatusId: 'sta_em_analise' });
  });
});
