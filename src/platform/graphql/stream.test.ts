import { describe, expect, it } from 'vitest';
import { Signal } from '../events/signal.js';
import { streamOf } from './stream.js';

describe('a stream', () => {
  it('ends a wait that is under way when it is returned', async () => {
    let ended = 0;
    const stream = streamOf(
      async function* (signal) {
        await new Signal().wait(signal);
        if (!signal.aborted) yield 1;
      },
      () => (ended += 1),
    );
    const pending = stream.next();
    await stream.return!();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(ended).toBe(1);
  });

  it('tells once that it has ended: where it ran out, failed, was returned twice, or never began', async () => {
    const ends: string[] = [];
    const out = streamOf<number>(
      async function* () {
        yield 1;
      },
      () => ends.push('ran out'),
    );
    expect(await Array.fromAsync(out)).toEqual([1]);
    await out.return!();

    const failing = streamOf<number>(
      async function* () {
        yield 1;
        throw new Error('broken');
      },
      () => ends.push('failed'),
    );
    await failing.next();
    await expect(failing.next()).rejects.toThrow('broken');

    const unused = streamOf<number>(
      async function* () {
        yield 1;
      },
      () => ends.push('never began'),
    );
    await unused.return!();
    await unused.return!();
    expect(await unused.next()).toEqual({ done: true, value: undefined });
    expect(ends).toEqual(['ran out', 'failed', 'never began']);
  });
});
