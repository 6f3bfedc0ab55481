import { describe, expect, it } from 'vitest';
import { checkDeactivations, deactivatedStatuses } from './deactivation.js';
import { definitionOf, type TypeDefinition } from './definition.js';
import type { StatusUpdate } from './definition-input.js';
import { storedExample } from './example-type.fixture.js';
import { applyTypeUpdate } from './type-update.js';

const before = definitionOf(storedExample);
const after = (...statuses: StatusUpdate[]): TypeDefinition => {
  const result = applyTypeUpdate(before, { statuses });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const none = new Map<string, number>();

describe('a status that is deactivated', () => {
  it('is known before the change is saved, unlike one that was inactive already or is new', () => {
    const changed = after(
      { key: 'em_analise', active: false },
      { key: 'antigo', active: false },
      {
        key: 'novo',
        internalDescription: 'n',
        externalDescription: 'n',
        color: '#000000',
        active: false,
      },
    );
    expect(deactivatedStatuses(before, changed).map(({ id }) => id)).toEqual(['sta_analise']);
  });

  it('may go where no occurrence is in it', () => {
    expect(checkDeactivations(before, after({ key: 'em_analise', active: false }), none)).toEqual([]);
  });

  it('stays while occurrences are in it, and the problem says how many', () => {
    const changed = after({ key: 'em_analise', active: false });
    expect(checkDeactivations(before, changed, new Map([['sta_analise', 3]]))).toEqual([
      {
        code: 'IN_USE',
        message: 'Status "em_analise": 3 occurrences are in it.',
        path: ['input', 'statuses', '0', 'active'],
        details: { count: 3 },
      },
    ]);
    expect(checkDeactivations(before, changed, new Map([['sta_analise', 1]]))[0]!.message).toBe(
      'Status "em_analise": 1 occurrence is in it.',
    );
  });

  it('stays where it is the default', () => {
    const expected = [
      {
        code: 'IN_USE',
        message:
          'Status "solicitado": It is the default: new occurrences need another one first. 0 occurrences are in it.',
        path: ['input', 'statuses', '0', 'active'],
        details: { count: 0 },
      },
    ];
    expect(checkDeactivations(before, after({ key: 'solicitado', active: false }), none)).toEqual(expected);
    expect(checkDeactivations(before, after({ key: 'solicitado', active: false, isDefault: false }), none)).toEqual(
      expected,
    );
  });

  it('may go where another one becomes the default with it', () => {
    const changed = after(
      { key: 'solicitado', active: false, isDefault: false },
      { key: 'em_analise', isDefault: true },
    );
    expect(checkDeactivations(before, changed, none)).toEqual([]);
  });
});
