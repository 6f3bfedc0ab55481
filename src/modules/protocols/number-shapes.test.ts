import { describe, expect, it } from 'vitest';
import { isTwentyDigits, meet, shapesOf, shapesPattern } from './number-shapes.js';

const shapes = (pattern: string, digits?: number) => shapesOf({ pattern }, digits);

describe('two patterns', () => {
  it.each([
    ['{yyyy}{seq:4}', '{seq:8}'],
    ['A{seq:4}', 'A1{seq:3}'],
    ['A{seq:4}', 'A{yyyy}'],
    ['INT-{seq}', 'INT-{seq:6}'],
    ['INT-{seq}', 'INT-1{seq}'],
    ['{seq:3}/{yyyy}', '001/{seq:4}'],
  ])('%s and %s can make the same number', (one, other) => {
    expect(meet(shapes(one), shapes(other))).toBe(true);
    expect(meet(shapes(other), shapes(one))).toBe(true);
  });

  it.each([
    ['A{seq:4}', 'B{seq:4}'],
    ['A{seq:4}', 'A{seq:5}'],
    ['{yyyy}-{seq:4}', '{yyyy}{seq:5}'],
    ['INT-{seq}', 'INT-0{seq:6}'],
    ['INT-{seq}', 'INT-A{seq}'],
    ['{yyyy}.{seq:4}', '{yyyy}-{seq:4}'],
  ])('%s and %s never do', (one, other) => {
    expect(meet(shapes(one), shapes(other))).toBe(false);
    expect(meet(shapes(other), shapes(one))).toBe(false);
  });

  it('of which one has issued no more than 99 share none that is longer', () => {
    expect(meet(shapes('INT-{seq}', 2), shapes('INT-{seq:3}'))).toBe(false);
    expect(meet(shapes('INT-{seq}', 3), shapes('INT-{seq:3}'))).toBe(true);
  });
});

it('20 digits are the regulator’s, with whatever between them', () => {
  expect(isTwentyDigits(shapes('{registry}{yyyy}{mm}{dd}.{seq:6}'.replace('{registry}', '999991'))[0]!)).toBe(true);
  expect(isTwentyDigits(shapes('{yyyy}-{mm}-{dd}/{seq:9}123')[0]!)).toBe(true);
  expect(isTwentyDigits(shapes('A{yyyy}{mm}{dd}{seq:9}123')[0]!)).toBe(false);
  expect(isTwentyDigits(shapes('{yyyy}{mm}{dd}{seq:9}12')[0]!)).toBe(false);
});

it('a number is told from those of a pattern', () => {
  const ours = new RegExp(shapesPattern(shapes('C.{yyyy}-{seq:3}')));
  expect(['C.2026-001', 'CX2026-001', 'C.2026-0001', 'C.2026-00A'].map((number) => ours.test(number))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  const running = new RegExp(shapesPattern(shapes('INT-{seq}')));
  expect(['INT-1', 'INT-999999999', 'INT-01', 'INT-1000000000'].map((number) => running.test(number))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
