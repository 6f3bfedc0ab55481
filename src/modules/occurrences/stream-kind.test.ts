import { expect, it } from 'vitest';
import { streamKind } from './stream-kind.js';

it.each([
  [false, true, 'ENTERED'],
  [true, true, 'UPDATED'],
  [true, false, 'LEFT'],
  [false, false, null],
] as const)('matched before %s and after %s is %s', (before, after, kind) => {
  expect(streamKind(before, after)).toBe(kind);
});
