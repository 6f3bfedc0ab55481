import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../events.js';
import { closedState, made, refusalsOf, sampleState, sampleTab, sampleType, t1, tabNamed } from '../samples.fixture.js';
import { decideTabEntry, type SaveTabEntry } from './tab-entry.js';

const type = sampleType();
const save = (tabKey: string, differences: Partial<SaveTabEntry> = {}) =>
  decideTabEntry({
    state: sampleState({ version: 2 }),
    type,
    now: t1,
    tab: tabNamed(type, tabKey),
    newEntryId: 'ent_new',
    entryIds: [],
    ...differences,
  });
const saved = (entryId: string): EventPayload => ({
  kind: 'TAB_ENTRY_SAVED',
  tabId: 'tab_dados',
  entryId,
  created: false,
  visibleToBeneficiary: true,
});

describe('saving a tab entry', () => {
  it('adds the first one, and says whether a beneficiary may see it', () => {
    expect(made(save('dados'))).toMatchObject({
      event: {
        kind: 'TAB_ENTRY_SAVED',
        tabId: 'tab_dados',
        entryId: 'ent_new',
        created: true,
        visibleToBeneficiary: true,
      },
      state: { version: 3, updatedAt: t1 },
    });
    expect(made(save('analise')).event).toMatchObject({ visibleToBeneficiary: false });
  });

  it('adds another where the tab takes many', () => {
    expect(made(save('despesas', { entryIds: ['ent_1', 'ent_2'] })).event).toMatchObject({ created: true });
  });

  it('changes one that is there, also in a tab that takes one', () => {
    expect(made(save('dados', { entryIds: ['ent_1'], entryId: 'ent_1' })).event).toMatchObject({
      entryId: 'ent_1',
      created: false,
    });
  });

  it('conflicts with a change of the same entry alone', () => {
    const differences = { entryIds: ['ent_1', 'ent_2'], entryId: 'ent_1' };
    const since = (event: EventPayload) => ({ version: 1, laterEvents: [event] });
    expect(refusalsOf(save('despesas', { ...differences, expected: since(saved('ent_1')) }))).toEqual([
      ['CONFLICT', ['input', 'expectedVersion']],
    ]);
    expect(made(save('despesas', { ...differences, expected: since(saved('ent_2')) })).state.version).toBe(3);
  });

  const path = ['input', 'tabKey'];
  it.each<[string, string, Partial<SaveTabEntry>, string, readonly string[]]>([
    ['of a closed occurrence', 'dados', { state: closedState() }, 'OCCURRENCE_CLOSED', ['id']],
    ['in a tab that there is not', 'dados', { tab: undefined }, 'NOT_FOUND', path],
    ['in a tab of another type', 'dados', { tab: sampleTab('dados', { typeId: 'oct_outro' }) }, 'NOT_FOUND', path],
    ['in a tab that takes no part', 'antiga', {}, 'INVALID', path],
    ['in a tab without a form', 'notas', {}, 'INVALID', path],
    ['a second time where it takes one', 'dados', { entryIds: ['ent_1'] }, 'TAB_SINGLE_ENTRY', path],
    [
      'at the path that the caller used',
      'dados',
      { entryIds: ['ent_1'], tabPath: ['input', 'tabId'] },
      'TAB_SINGLE_ENTRY',
      ['input', 'tabId'],
    ],
    [
      'of an entry that the tab has not',
      'despesas',
      { entryIds: ['ent_1'], entryId: 'ent_9' },
      'NOT_FOUND',
      ['input', 'entryId'],
    ],
    [
      'when the version is out of range',
      'dados',
      { expected: { version: 3, laterEvents: [] } },
      'CONFLICT',
      ['input', 'expectedVersion'],
    ],
  ])('is refused %s', (_, tabKey, differences, code, at) => {
    expect(refusalsOf(save(tabKey, differences))).toEqual([[code, at]]);
  });
});
