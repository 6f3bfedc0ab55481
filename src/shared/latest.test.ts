import { describe, expect, it } from 'vitest';
import { Latest } from './latest.js';

/** Questions that are answered when the test says so. */
function questions() {
  const asked: PromiseWithResolvers<string>[] = [];
  const time = { now: 0 };
  const latest = new Latest(
    () => {
      const question = Promise.withResolvers<string>();
      asked.push(question);
      return question.promise;
    },
    { now: () => new Date(time.now) },
  );
  return { asked, time, latest };
}

describe('what is kept elsewhere', () => {
  it('is asked for again once it is too old, and not before', async () => {
    const { asked, time, latest } = questions();
    const first = latest.within(1_000);
    asked[0]!.resolve('one');
    expect(await first).toBe('one');
    time.now = 999;
    expect(await latest.within(1_000)).toBe('one');
    time.now = 1_000;
    const second = latest.within(1_000);
    asked[1]!.resolve('two');
    expect(await second).toBe('two');
    expect(asked).toHaveLength(2);
  });

  it('is as old as its question, not as its answer', async () => {
    const { asked, time, latest } = questions();
    const first = latest.within(1_000);
    time.now = 900;
    asked[0]!.resolve('one');
    await first;
    time.now = 1_000;
    const second = latest.within(1_000);
    expect(asked).toHaveLength(2);
    asked[1]!.resolve('two');
    expect(await second).toBe('two');
  });

  it('as of now, it comes from a question that began afterwards; all who wait share that one', async () => {
    const { asked, latest } = questions();
    const early = latest.now();
    const late = Array.from({ length: 100 }, () => latest.now());
    expect(asked).toHaveLength(1);
    asked[0]!.resolve('one');
    expect(await early).toBe('one');
    await Promise.resolve();
    expect(asked).toHaveLength(2);
    asked[1]!.resolve('two');
    expect(new Set(await Promise.all(late))).toEqual(new Set(['two']));
    expect(asked).toHaveLength(2);
  });

  it('where it cannot be had, those who asked are told, and the next ask again', async () => {
    const { asked, latest } = questions();
    const early = latest.within(1_000);
    const late = latest.now();
    asked[0]!.reject(new Error('out of reach'));
    await expect(early).rejects.toThrow('out of reach');
    asked[1]!.reject(new Error('still out of reach'));
    await expect(late).rejects.toThrow('still out of reach');
    const again = latest.within(1_000);
    asked[2]!.resolve('three');
    expect(await again).toBe('three');
  });
});
