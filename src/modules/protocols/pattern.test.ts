import { describe, expect, it } from 'vitest';
import { patternProblems } from './pattern.js';
import type { ProtocolReset } from './protocol.entity.js';

const found = (pattern: string, reset: ProtocolReset = 'NEVER', prefix: string | null = null): string[] =>
  patternProblems(pattern, prefix, reset).map(({ code, path }) => `${code} ${path?.join('.')}`);

describe('a pattern', () => {
  it.each([
    ['{seq:6}', 'NEVER', null],
    ['{prefix}{yyyy}-{seq:6}', 'YEARLY', 'OUV-'],
    ['{registry}/{seq:9}.{mm}/{yyyy}', 'MONTHLY', null],
    ['{yyyy}{mm}{dd}-{seq:3}', 'DAILY', null],
    ['{dd}-{seq:3}', 'NEVER', null],
    ['{yyyy}{mm}{dd}-{seq:3}', 'YEARLY', null],
  ] as const)('%s may begin anew %s', (pattern, reset, prefix) => {
    expect(found(pattern, reset, prefix)).toEqual([]);
  });

  it.each([
    ['', 'NEVER'],
    ['{seq:2}', 'NEVER'],
    ['{seq:10}', 'NEVER'],
    ['{seq}', 'NEVER'],
    ['{seq:6}{', 'NEVER'],
    ['{hour}{seq:6}', 'NEVER'],
    ['a{seq:6}', 'NEVER'],
    ['A B{seq:6}', 'NEVER'],
    ['{yyyy}', 'YEARLY'],
    ['{seq:3}{seq:3}', 'NEVER'],
    ['A'.repeat(101), 'NEVER'],
  ] as const)('%s is none', (pattern, reset) => {
    expect(found(pattern, reset)).toEqual(['INVALID input.pattern']);
  });

  it.each([
    ['{seq:6}', 'YEARLY', '{yyyy}'],
    ['{mm}-{seq:6}', 'MONTHLY', '{yyyy}'],
    ['{yyyy}-{seq:6}', 'MONTHLY', '{mm}'],
    ['{yyyy}-{seq:6}', 'DAILY', '{mm}, {dd}'],
  ] as const)('%s cannot begin anew %s: it lacks %s', (pattern, reset, missing) => {
    const [problem, ...others] = patternProblems(pattern, null, reset);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'INVALID', path: ['input', 'reset'] });
    expect(problem!.message).toBe(`Numbers would repeat: ${reset} needs ${missing} in the pattern.`);
  });

  it('has its prefix if and only if there is one', () => {
    expect(found('{prefix}{seq:6}')).toEqual(['REQUIRED input.prefix']);
    expect(found('{seq:6}', 'NEVER', 'A')).toEqual(['INVALID input.prefix']);
  });

  it('tells all that is wrong with it together', () => {
    expect(found('{prefix}a{hour}', 'DAILY')).toEqual([
      'INVALID input.pattern',
      'INVALID input.pattern',
      'INVALID input.pattern',
      'REQUIRED input.prefix',
      'INVALID input.reset',
    ]);
  });
});
