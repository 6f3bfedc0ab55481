import { type Role, roles } from '../../platform/auth/roles.js';
import type { OccurrenceType, Status, Tab } from '../workflow/model.js';
import { sampleStatus, sampleTab, sampleType } from './samples.fixture.js';

/** A source of chance that gives the same for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** mulberry32 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  oneOf<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  }

  some<T>(list: readonly T[], probability = 0.5): T[] {
    return list.filter(() => this.is(probability));
  }
}

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Any type whatever, also such as the configuration's rules would refuse; the default status alone is active for sure. */
export function randomType(chance: Chance): OccurrenceType {
  const statusKeys = keys.slice(0, 2 + chance.below(keys.length - 1));
  return sampleType({
    allowsAttendance: chance.is(0.8),
    statuses: statusKeys.map((key, index) => randomStatus(chance, key, index === 0, statusKeys)),
    tabs: keys.slice(0, chance.below(4)).map((key) => randomTab(chance, key, statusKeys)),
  });
}

function randomStatus(chance: Chance, key: string, isDefault: boolean, statusKeys: readonly string[]): Status {
  const resolves = !isDefault && chance.is(0.2);
  return sampleStatus(key, {
    isDefault,
    active: isDefault || chance.is(0.85),
    startsAttendance: key === 'b' && chance.is(0.8),
    showInHistory: chance.is(0.7),
    resolves,
    closes: !isDefault && chance.is(0.25),
    conclusive: resolves || chance.is(0.2),
    requiresComment: chance.is(0.2),
    requiresDenialBasis: chance.is(0.15),
    nextStatusIds: chance.is(0.4) ? null : chance.some(statusKeys, 0.6).map((next) => `sta_${next}`),
    allowedRoles: chance.is(0.7) ? ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'] : chance.some(roles),
  });
}

const randomTab = (chance: Chance, key: string, statusKeys: readonly string[]): Tab =>
  sampleTab(key, {
    content: chance.is(0.85) ? 'FORM' : 'NOTES',
    active: chance.is(0.85),
    required: chance.is(0.4),
    allowsMultipleEntries: chance.is(0.5),
    visibleToBeneficiary: chance.is(0.5),
    requiredForStatusIds: chance.some(statusKeys, 0.15).map((status) => `sta_${status}`),
  });

export const randomRoles = (chance: Chance): Role[] =>
  chance.oneOf<Role[]>([
    ['ATTENDANT'],
    ['ATTENDANT'],
    ['SUPERVISOR'],
    ['CONFIGURATOR'],
    ['INTEGRATION'],
    ['BENEFICIARY'],
    ['CONFIGURATOR', 'ATTENDANT'],
    ['ATTENDANT', 'SUPERVISOR'],
  ]);
