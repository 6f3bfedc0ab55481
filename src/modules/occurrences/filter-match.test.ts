import { expect, it } from 'vitest';
import { type FixedFacets, inBoth, matchesFilter, type ResolvedFilter } from './filter-match.js';
import type { StreamFacets } from './state.js';

const at = (minute: string) => new Date(`2026-03-02T12:${minute}:00.000Z`);

const fixed: FixedFacets = {
  typeId: 'oct_1',
  viewMode: 'REQUEST',
  beneficiaryId: 'ben_ana',
  requesterId: 'ben_bruno',
  createdAt: at('30'),
};
const facets: StreamFacets = {
  statusId: 'sta_1',
  attendantId: 'att_carla',
  closed: false,
  shown: true,
  lastShownStatusId: 'sta_1',
  slaState: null,
  regulatoryState: null,
};

it.each<[ResolvedFilter, boolean]>([
  [{}, true],
  [{ typeIds: null, attendantId: null, open: null, createdFrom: null }, true],
  [{ typeIds: ['oct_2', 'oct_1'] }, true],
  [{ typeIds: ['oct_2'] }, false],
  [{ typeIds: [] }, false],
  [{ statusIds: ['sta_2', 'sta_1'] }, true],
  [{ statusIds: ['sta_2'] }, false],
  [{ statusIds: [] }, false],
  [{ viewModes: ['CHAT', 'REQUEST'] }, true],
  [{ viewModes: ['BASIC'] }, false],
  [{ viewModes: [] }, false],
  [{ attendantId: 'att_carla' }, true],
  [{ attendantId: 'att_davi' }, false],
  [{ unassigned: true }, false],
  [{ unassigned: false }, true],
  [{ mine: true, callerAttendantId: 'att_carla' }, true],
  [{ mine: true, callerAttendantId: 'att_davi' }, false],
  [{ mine: true, callerAttendantId: null }, false],
  [{ mine: true }, false],
  [{ mine: false, callerAttendantId: 'att_carla' }, false],
  [{ mine: false, callerAttendantId: 'att_davi' }, true],
  [{ beneficiaryId: 'ben_ana' }, true],
  [{ beneficiaryId: 'ben_bruno' }, false],
  [{ open: true }, true],
  [{ open: false }, false],
  [{ slaStates: ['ON_TRACK', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET'] }, false],
  [{ regulatoryStates: ['ON_TRACK', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET'] }, false],
  [{ createdFrom: at('30'), createdTo: at('31') }, true],
  [{ createdTo: at('30') }, false],
  [{ createdFrom: at('31') }, false],
  [{ createdTo: at('29') }, false],
  [{ typeIds: ['oct_1'], statusIds: ['sta_1'], open: true, mine: true, callerAttendantId: 'att_carla' }, true],
  [{ typeIds: ['oct_1'], statusIds: ['sta_1'], open: false }, false],
])('the filter %j selects it: %s', (filter, selected) => {
  expect(matchesFilter(filter, fixed, facets)).toBe(selected);
});

it('what nobody has is unassigned and nobody’s', () => {
  const free = { ...facets, attendantId: null };
  expect(matchesFilter({ unassigned: true }, fixed, free)).toBe(true);
  expect(matchesFilter({ unassigned: false }, fixed, free)).toBe(false);
  expect(matchesFilter({ mine: true, callerAttendantId: null }, fixed, free)).toBe(false);
  expect(matchesFilter({ attendantId: 'att_carla' }, fixed, free)).toBe(false);
});

it('what is closed is not open', () => {
  expect(matchesFilter({ open: true }, fixed, { ...facets, closed: true })).toBe(false);
  expect(matchesFilter({ open: false }, fixed, { ...facets, closed: true })).toBe(true);
});

it('a state of a clock selects once there is one', () => {
  const late = { ...facets, slaState: 'BREACHED', regulatoryState: 'AT_RISK' } as const;
  expect(matchesFilter({ slaStates: ['BREACHED'], regulatoryStates: ['AT_RISK'] }, fixed, late)).toBe(true);
});

it('ids and keys together leave what is in both', () => {
  expect(inBoth(['a', 'b'], ['b', 'c'])).toEqual(['b']);
  expect(inBoth(['a'], ['b'])).toEqual([]);
  expect(inBoth(null, ['b'])).toEqual(['b']);
  expect(inBoth(['a'], undefined)).toEqual(['a']);
  expect(inBoth([], null)).toEqual([]);
  expect(inBoth(undefined, null)).toBeUndefined();
});
