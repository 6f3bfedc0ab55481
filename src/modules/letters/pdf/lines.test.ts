import { expect, it } from 'vitest';
import { linesOf } from './lines.js';

const lines = (text: string, room = 10) => [...linesOf(text, { room, widthOf: (part) => [...part].length })];

it.each<[string, string[]]>([
  ['uma linha', ['uma linha']],
  ['mais do que uma linha', ['mais do ', 'que uma ', 'linha']],
  ['dez letras', ['dez letras']],
  ['dez letras ', ['dez letras ']],
  ['dois   espaços', ['dois   ', 'espaços']],
  ['a bcdefghijklmnop q', ['a ', 'bcdefghijk', 'lmnop q']],
  ['', []],
  [' ', [' ']],
])('%j is broken behind spaces, or within a word that has no room', (text, broken) => {
  expect(lines(text)).toEqual(broken);
  expect(broken.join('')).toBe(text);
});

it('a letter keeps its marks', () => {
  const widthOf = (part: string) => part.normalize('NFD').replaceAll(/\p{M}/gu, '').length;
  expect([...linesOf('ab\u0301\u0302c', { room: 2, widthOf })]).toEqual(['ab\u0301\u0302', 'c']);
});

it('a long text without spaces is broken in the time that its length takes', () => {
  let measured = 0;
  const widthOf = (part: string) => {
    measured += part.length;
    return part.length;
  };
  const text = 'x'.repeat(20_000);
  const broken = [...linesOf(text, { room: 80, widthOf })];
  expect(broken).toHaveLength(250);
  expect(measured).toBeLessThan(3 * text.length);
});
