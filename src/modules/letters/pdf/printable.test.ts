import { expect, it } from 'vitest';
import { printable } from './printable.js';

const known = new Set(Array.from({ length: 0x250 }, (_, code) => code));

it.each([
  ['Ação: não é à toa', 'Ação: não é à toa'],
  ['Ac\u0327a\u0303o', 'Ação'],
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a\tb', 'a    b'],
  ['a\0\u0007b', 'ab'],
  ['R$ \u202e0001 \u200bx', 'R$ 0001 x'],
  ['🚑 e 日本', '\ufffd e \ufffd\ufffd'],
  ['\ud800a', '\ufffda'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text, known)).toBe(printed);
});
