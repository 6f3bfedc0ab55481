import { describe, expect, it } from 'vitest';
import { chooseMember, type Turn } from './choose-member.js';

const memberIds = ['ana', 'bia', 'caio'];
const turn = (rest: Partial<Turn>): Turn => ({
  assignment: 'ROUND_ROBIN',
  openLimit: null,
  lastAssignedId: null,
  memberIds,
  candidates: new Set(memberIds),
  openOf: new Map(),
  ...rest,
});

describe('chooseMember', () => {
  it('goes round in the order of the members, and begins anew where the last one has left', () => {
    const after = (lastAssignedId: string | null) => chooseMember(turn({ lastAssignedId }));
    expect([null, 'ana', 'bia', 'caio', 'davi'].map(after)).toEqual(['ana', 'bia', 'caio', 'ana', 'ana']);
  });

  it('passes over who can be given nothing, without losing the place of who was the last', () => {
    expect(chooseMember(turn({ lastAssignedId: 'ana', candidates: new Set(['ana', 'caio']) }))).toBe('caio');
    expect(chooseMember(turn({ lastAssignedId: 'bia', candidates: new Set(['ana']) }))).toBe('ana');
    expect(chooseMember(turn({ candidates: new Set() }))).toBeNull();
  });

  it('takes the fewest open ones first, and among equals goes round', () => {
    const least = (openOf: Record<string, number>, lastAssignedId: string | null = null) =>
      chooseMember(turn({ assignment: 'LEAST_LOADED', lastAssignedId, openOf: new Map(Object.entries(openOf)) }));
    expect(least({ ana: 3, bia: 1, caio: 2 })).toBe('bia');
    expect(least({ ana: 1, bia: 1, caio: 2 }, 'ana')).toBe('bia');
    expect(least({ ana: 1, bia: 1 })).toBe('caio');
  });

  it.each(['ROUND_ROBIN', 'LEAST_LOADED'] as const)('gives nobody more than the limit: %s', (assignment) => {
    const limited = (openOf: Record<string, number>) =>
      chooseMember(turn({ assignment, openLimit: 2, openOf: new Map(Object.entries(openOf)) }));
    expect(limited({ ana: 2, bia: 5, caio: 1 })).toBe('caio');
    expect(limited({ ana: 2, bia: 2, caio: 2 })).toBeNull();
  });

  it('gives nothing for a team that does not give out', () => {
    expect(chooseMember(turn({ assignment: 'NONE' }))).toBeNull();
  });
});
