import { expect, it } from 'vitest';
import { canonicalJson, contentHash } from './canonical-json.js';

it('equal contents are equal texts, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { d: 'x', c: null }], a: true })).toBe('{"a":true,"b":[1,{"d":"x"}]}');
  expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
});

it('absent, undefined and null are the same', () => {
  expect(contentHash({ a: 1, b: undefined, c: null })).toBe(contentHash({ a: 1 }));
});

it('the order of a list matters, and what is null in it', () => {
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  expect(contentHash([1, null])).not.toBe(contentHash([1]));
});
