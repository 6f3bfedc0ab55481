import { describe, expect, it } from 'vitest';
import type { EventPayload } from './events.js';
import type { StreamFacets } from './state.js';
import { beneficiaryView, fromShownToBeneficiary, inBeneficiaryHistory } from './visibility.js';

const facets = (shown: boolean, lastShownStatusId: string | null = 'sta_a'): StreamFacets => ({
  statusId: 'sta_a',
  attendantId: null,
  closed: false,
  shown,
  lastShownStatusId,
  slaState: null,
  regulatoryState: null,
});
const shown = facets(true);
const hidden = facets(false);

const moved: EventPayload = {
  kind: 'STATUS_CHANGED',
  from: 'sta_secret',
  to: 'sta_b',
  comment: null,
  denialBasis: null,
  assignedTo: 'att_carla',
};
const created: EventPayload = { kind: 'CREATED', statusId: 'sta_a', channel: 'APP', intakeEntry: null };

const note = (visibility: 'INTERNAL' | 'PUBLIC'): EventPayload => ({ kind: 'NOTE_ADDED', noteId: 'not_1', visibility });
const entry = (visibleToBeneficiary: boolean): EventPayload => ({
  kind: 'TAB_ENTRY_SAVED',
  tabId: 'tab_1',
  entryId: 'ent_1',
  created: true,
  visibleToBeneficiary,
});
const attachment = (visibleToBeneficiary: boolean, fromBeneficiary: boolean): EventPayload => ({
  kind: 'ATTACHMENT_ADDED',
  attachmentId: 'atc_1',
  visibleToBeneficiary,
  fromBeneficiary,
});
const clock = (name: 'SLA' | 'REGULATORY'): EventPayload => ({
  kind: 'SLA_STATE_CHANGED',
  clock: name,
  from: 'ON_TRACK',
  to: 'AT_RISK',
});

describe('a beneficiary', () => {
  it.each<[string, EventPayload, 'UPDATED' | 'HIDDEN']>([
    ['a change of status', moved, 'UPDATED'],
    ['a reopening', { kind: 'REOPENED', from: 'sta_a', to: 'sta_b' }, 'UPDATED'],
    ['an update', { kind: 'UPDATED', description: { before: 'a', after: 'b' }, reason: null }, 'UPDATED'],
    ['their own message', { kind: 'MESSAGE_POSTED', messageId: 'msg_1', fromBeneficiary: true }, 'UPDATED'],
    ['an edited message', { kind: 'MESSAGE_EDITED', messageId: 'msg_1' }, 'UPDATED'],
    ['a withdrawn message', { kind: 'MESSAGE_WITHDRAWN', messageId: 'msg_1' }, 'UPDATED'],
    ['reading', { kind: 'MESSAGES_READ', byBeneficiary: false, upToMessageId: 'msg_1' }, 'UPDATED'],
    ['the attendant’s message', { kind: 'MESSAGE_POSTED', messageId: 'msg_1', fromBeneficiary: false }, 'UPDATED'],
    ['a re-analysis of its denial', { kind: 'REANALYSIS_REQUESTED', reanalysisId: 'occ_2' }, 'UPDATED'],
    ['a public note', note('PUBLIC'), 'UPDATED'],
    ['an internal note', note('INTERNAL'), 'HIDDEN'],
    ['an entry in a tab that is visible to them', entry(true), 'UPDATED'],
    ['an entry in any other tab', entry(false), 'HIDDEN'],
    ['an attachment marked public', attachment(true, false), 'UPDATED'],
    ['an attachment of staff that is not public', attachment(false, false), 'HIDDEN'],
    ['another member’s attachment that is not public', attachment(false, true), 'HIDDEN'],
    ['the regulator’s clock', clock('REGULATORY'), 'UPDATED'],
    ['the operator’s clock', clock('SLA'), 'HIDDEN'],
    ['an assignment', { kind: 'ASSIGNED', from: null, to: 'att_carla', attendanceStarted: true }, 'HIDDEN'],
    ['a delivery', { kind: 'ACTION_SETTLED', deliveryId: 'dlv_1', actionId: 'act_1', outcome: 'DELIVERED' }, 'HIDDEN'],
  ])('of a shown occurrence: %s is as told here', (_, payload, view) => {
    expect(beneficiaryView({ payload, before: shown, after: shown, own: false })).toBe(view);
    expect(inBeneficiaryHistory({ payload, before: shown, after: shown, own: false })).toBe(view === 'UPDATED');
  });

  it('sees an attachment of their own, public or not', () => {
    const event = { payload: attachment(false, true), before: shown, after: shown, own: true };
    expect(beneficiaryView(event)).toBe('UPDATED');
    expect(inBeneficiaryHistory(event)).toBe(true);
  });

  it('sees nothing that happens while the status is hidden', () => {
    for (const payload of [moved, note('PUBLIC'), entry(true), attachment(true, true)]) {
      expect(beneficiaryView({ payload, before: hidden, after: hidden, own: false })).toBe('HIDDEN');
    }
  });

  it('sees the creation unless the default status is hidden', () => {
    expect(beneficiaryView({ payload: created, before: null, after: shown, own: false })).toBe('ENTERED');
    expect(beneficiaryView({ payload: created, before: null, after: hidden, own: false })).toBe('HIDDEN');
  });

  it('is told that it entered when it is first shown, and again whenever it comes back', () => {
    expect(beneficiaryView({ payload: moved, before: hidden, after: shown, own: false })).toBe('ENTERED');
  });

  it('is told that it left, and has no such event in the history', () => {
    const event = { payload: moved, before: shown, after: hidden, own: false };
    expect(beneficiaryView(event)).toBe('LEFT');
    expect(inBeneficiaryHistory(event)).toBe(false);
  });

  it('is told the last shown status as the one it came from, never a hidden one', () => {
    const before = facets(false, 'sta_seen');
    expect(fromShownToBeneficiary({ payload: moved, before })).toBe('sta_seen');
    expect(fromShownToBeneficiary({ payload: moved, before: facets(false, null) })).toBe('sta_b');
    expect(fromShownToBeneficiary({ payload: created, before: null })).toBeNull();
  });
});
