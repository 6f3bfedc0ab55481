import { expect, test } from 'vitest';
import { remembering } from './remembered-tokens.js';

/** A check that takes what does not begin with "bad"; tokens end ten seconds after the start. */
function checked() {
  const asked: string[] = [];
  const at = { ms: 1_000_000 };
  const check = remembering(
    async (token) => {
      asked.push(token);
      if (token.startsWith('bad')) throw new Error('bad');
      return { sub: token, exp: 1_010 };
    },
    { now: () => new Date(at.ms) },
  );
  return { asked, at, check };
}

test('a token is checked once in five seconds, and each for itself', async () => {
  const { asked, at, check } = checked();
  expect((await check('one')).sub).toBe('one');
  at.ms += 4_999;
  expect((await check('one')).sub).toBe('one');
  expect((await check('other')).sub).toBe('other');
  expect(asked).toEqual(['one', 'other']);
  at.ms += 1;
  await check('one');
  expect(asked).toEqual(['one', 'other', 'one']);
});

test('a token that has ended is checked again, however lately it was', async () => {
  const { asked, at, check } = checked();
  at.ms += 9_999;
  await check('one');
  at.ms += 1;
  await check('one');
  expect(asked).toEqual(['one', 'one']);
});

test('a token that is refused is refused anew each time', async () => {
  const { asked, check } = checked();
  await expect(check('bad')).rejects.toThrow('bad');
  await expect(check('bad')).rejects.toThrow('bad');
  expect(asked).toEqual(['bad', 'bad']);
});

test('a clock that is set back makes nothing count for longer', async () => {
  const { asked, at, check } = checked();
  await check('one');
  at.ms -= 60_000;
  await check('one');
  expect(asked).toEqual(['one', 'one']);
});
