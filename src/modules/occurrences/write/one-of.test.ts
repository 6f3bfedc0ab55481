import { expect, it } from 'vitest';
import { oneOf } from './one-of.js';

it('exactly one of several fields is taken', () => {
  expect(oneOf({ statusId: null, statusKey: 'pago' })).toEqual({
    ok: true,
    value: { by: 'statusKey', value: 'pago', path: ['input', 'statusKey'] },
  });
});

it('none is REQUIRED at the first, two are INVALID at the second', () => {
  expect(oneOf({ statusId: null, statusKey: undefined })).toMatchObject({
    problems: [{ code: 'REQUIRED', path: ['input', 'statusId'] }],
  });
  expect(oneOf({ statusId: 'a', statusKey: 'b' })).toMatchObject({
    problems: [{ code: 'INVALID', path: ['input', 'statusKey'] }],
  });
});
