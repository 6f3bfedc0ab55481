import { expect, it } from 'vitest';
import { mostOf, numberingOf, numberOf, periodOf } from './numbering.js';

const operator = { ansRegistry: '000123' };
const sequential = (pattern: string | null, prefix: string | null = null) =>
  numberingOf({ numbering: 'SEQUENTIAL', prefix, pattern, reset: null }, operator);

it('a number of the regulator has 20 digits: registry, day, sequence of the day', () => {
  const ans = numberingOf({ numbering: 'ANS', prefix: null, pattern: null, reset: null }, operator);
  expect(numberOf(ans, '20261124', 1)).toBe('00012320261124000001');
  expect(numberOf(ans, '20261124', 999_999)).toBe('00012320261124999999');
  expect([ans.reset, mostOf(ans)]).toEqual(['DAILY', 999_999]);
});

it('a number has the parts of its pattern', () => {
  const pattern = '{prefix}{registry}.{dd}/{mm}/{yyyy}-{seq:4}X';
  expect(numberOf(sequential(pattern, 'OUV-'), '20261124', 42)).toBe('OUV-000123.24/11/2026-0042X');
});

it('without a pattern the running number follows the prefix, up to 9 digits', () => {
  expect(numberOf(sequential(null, 'INT-'), '20261124', 7)).toBe('INT-7');
  expect(numberOf(sequential(null), '20261124', 7)).toBe('7');
  expect(mostOf(sequential(null))).toBe(999_999_999);
});

it('a pattern has as many numbers in a period as its running number has', () => {
  expect(mostOf(sequential('{seq:3}'))).toBe(999);
});

it('types whose numbers are the same whatever they are called are of one numbering', () => {
  expect(sequential('{prefix}{seq:6}', 'A')).toEqual(sequential('A{seq:6}'));
  expect(sequential('{registry}-{seq:6}')).toEqual(sequential('000123-{seq:6}'));
});

it('a period is the year, the month, the day, or all time', () => {
  expect((['NEVER', 'YEARLY', 'MONTHLY', 'DAILY'] as const).map((reset) => periodOf(reset, '20261124'))).toEqual([
    '',
    '2026',
    '202611',
    '20261124',
  ]);
});
