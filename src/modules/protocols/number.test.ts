import { expect, it } from 'vitest';
import { dayOf, isAnsNumberOf } from './number.js';

it('22:15 in Brasília belongs to that day, whatever UTC says', () => {
  const at = new Date('2026-11-25T01:15:00.000Z');
  expect(dayOf(at, 'America/Sao_Paulo')).toBe('20261124');
  expect(dayOf(at, 'UTC')).toBe('20261125');
});

it('knows the numbers that this operator issues from those of others', () => {
  expect(isAnsNumberOf('999991', '99999120261124000001')).toBe(true);
  expect(isAnsNumberOf('999991', '88888820261124000001')).toBe(false);
  expect(isAnsNumberOf('999991', '9999912026112400001')).toBe(false);
  expect(isAnsNumberOf('999991', '999991-0261124000001')).toBe(false);
});
