import { expect, it } from 'vitest';
import { digestOf, newTokenText, operatorSlugOf } from './token-text.js';

it('a token says its operator, and has a shape that scanners for secrets can look for', () => {
  const text = newTokenText('saude-sul2');
  expect(text).toMatch(/^ocr_[a-z][a-z0-9-]{0,62}_[0-9A-Za-z]{42}$/);
  expect(operatorSlugOf(text)).toBe('saude-sul2');
  expect(operatorSlugOf(newTokenText('a'.repeat(63)))).toBe('a'.repeat(63));
});

it('no two are alike, and every letter and digit comes up', () => {
  const texts = Array.from({ length: 1_000 }, () => newTokenText('demo'));
  expect(new Set(texts).size).toBe(1_000);
  expect(new Set(texts.flatMap((text) => text.slice('ocr_demo_'.length, -6).split(''))).size).toBe(62);
});

it('a token that was made once is recognised for ever: by CRC-32, and by SHA-256', () => {
  const text = 'ocr_demo_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ4LG7Fq';
  expect(operatorSlugOf(text)).toBe('demo');
  expect(digestOf(text)).toBe('Ir_6rgq_X9MDWzU_igmohSelrsoj4FMfeSePqmyiYgg');
});

it('any letter that is changed, left out, doubled or swapped makes it none', () => {
  const text = newTokenText('demo');
  const slips = [...text].flatMap((letter, index) => {
    const [before, after] = [text.slice(0, index), text.slice(index + 1)];
    const other = letter === 'x' ? 'y' : 'x';
    return [before + other + after, before + after, before + letter + letter + after, swapped(text, index)];
  });
  expect(slips.filter((slip) => slip !== text && operatorSlugOf(slip) !== null)).toEqual([]);
});

it.each(['', 'ocr_', 'ocr__', `ocr_demo_${'0'.repeat(42)}`, `ocr_DEMO_${'0'.repeat(42)}`, 'e30.e30.e30'])(
  '"%s" is none',
  (text) => expect(operatorSlugOf(text)).toBeNull(),
);

const swapped = (text: string, index: number): string =>
  text.slice(0, index) + (text[index + 1] ?? '') + text[index]! + text.slice(index + 2);
