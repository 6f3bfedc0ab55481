import { describe, expect, it } from 'vitest';
import { boundedPattern, longestMatched, patternFault } from './pattern-cost.js';

describe('patternFault', () => {
  it.each([
    '^[0-9]{1,5}(-[0-9xX])?$',
    '^[0-9]{1,12}-[0-9xX]$',
    '^[0-9]{7}$',
    '^[A-Z]{3}[0-9][A-Z0-9][0-9]{2}$',
    '^(0[1-9]|[12][0-9]|3[01])/(0[1-9]|1[0-2])/[0-9]{4}$',
    '^[a-z]+@[a-z]+\\.[a-z]+$',
    'CRM',
    '^\\p{Lu}[\\p{L} ]*$',
    '^(?:[0-9]{3}\\.){2}[0-9]{3}$',
    '',
  ])('takes %s', (pattern) => {
    expect(patternFault(pattern)).toBeUndefined();
  });

  it.each([
    '(a+)+$',
    '^(a*)*$',
    '^(?:[a-z]+)*$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '^(.*,){20}x$',
    '^(a?){30}a{30}$',
    `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
    '^.*.*.*.*x$',
    '^(?:(?:(?:(?:){999}){999}){999}){999}$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
  ])('refuses %s, which can take too long', (pattern) => {
    expect(patternFault(pattern)).toContain('can take too long');
  });

  it.each([
    ['^(?=.*[0-9])[a-z0-9]+$', 'it looks ahead or behind'],
    ['(?<!a)b', 'it looks ahead or behind'],
    ['^(a+)\\1$', 'it refers back to a group'],
    ['^(?<x>a)\\k<x>$', 'it refers back to a group'],
  ])('refuses %s, since %s', (pattern, reason) => {
    expect(patternFault(pattern)).toBe(`The pattern is not taken, since ${reason}.`);
  });

  it('refuses what is no regular expression', () => {
    expect(patternFault('[a-')).toBe('The pattern is no regular expression.');
  });

  it('refuses a pattern of more than 500 characters', () => {
    expect(patternFault('a'.repeat(501))).toBe('A pattern has at most 500 characters.');
  });

  it('bounds the work of the costliest pattern that it takes', () => {
    const pattern = '^[ab]*[ab]*[ab]*x$';
    expect(patternFault(pattern)).toBeUndefined();
    const started = performance.now();
    expect(boundedPattern(pattern, 'u').test('a'.repeat(longestMatched))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('boundedPattern', () => {
  it('matches nothing longer than its cost was reckoned with', () => {
    const pattern = boundedPattern('^a*$', 'u');
    expect([pattern.test('a'.repeat(200)), pattern.test('a'.repeat(201))]).toEqual([true, false]);
  });
});
