import { expect, it } from 'vitest';
import { isNumberText, writtenNumber } from './written-number.js';

it.each([
  '99999120261124000001',
  ' 99999120261124000001 ',
  '999991.20261124.000001',
  '999991-20261124-000001',
  '999991 2026 1124 000001',
  '999991/20261124–000001',
])('20 digits are the same however they are spaced: "%s"', (typed) => {
  expect(writtenNumber(typed)).toBe('99999120261124000001');
});

it.each([
  [' URA 2026/77 ', 'URA 2026/77'],
  ['1.234-5', '1.234-5'],
  ['9999912026112400000', '9999912026112400000'],
  ['A9999912026112400000', 'A9999912026112400000'],
  ['ouvidorı\u0301a', 'ouvidorı\u0301a'],
  ['Ate\u0301', 'Até'],
])('of all else the spaces around it are dropped: "%s"', (typed, kept) => {
  expect(writtenNumber(typed)).toBe(kept);
});

it('a number is 1 to 64 printable characters on one line', () => {
  expect(['7', 'URA 2026/77', 'ç', 'x'.repeat(64)].map(isNumberText)).toEqual([true, true, true, true]);
  expect(['', 'a\nb', 'a\u202Eb', 'a\u0000', 'x'.repeat(65)].map(isNumberText)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
