import { expect, it } from 'vitest';
import { Turns } from './turns.js';

it('lets so much be done at once, in order, and goes on after a failure', async () => {
  const turns = new Turns(2);
  const started: number[] = [];
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const work = gates.map((gate, index) =>
    turns.take(async () => {
      started.push(index);
      await gate.promise;
    }),
  );
  expect(started).toEqual([0, 1]);
  gates[1]!.reject(new Error('failed'));
  await expect(work[1]).rejects.toThrow('failed');
  expect(started).toEqual([0, 1, 2]);
  gates[2]!.resolve();
  await work[2];
  gates[0]!.resolve();
  await work[0];
  expect(started).toEqual([0, 1, 2, 3, 4]);
  gates[3]!.resolve();
  gates[4]!.resolve();
  await Promise.all([work[3], work[4]]);
  await turns.take(async () => started.push(5));
  expect(started.at(-1)).toBe(5);
});
