import { type ExecutionArgs, type ExecutionResult, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groupOf, SharedExecutions } from './shared-execution.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const args = (query: string, variableValues?: Record<string, unknown>) =>
  ({ document: parse(query), variableValues }) as unknown as ExecutionArgs;

describe('an execution', () => {
  it('is one for all of a group that are told the same payload, and another for others', async () => {
    const executions = new SharedExecutions(10);
    const payload = {};
    let runs = 0;
    const run = async (): Promise<ExecutionResult> => ({ data: { run: (runs += 1) } });
    const results = await Promise.all([
      executions.execute(payload, 'a', run),
      executions.execute(payload, 'a', run),
      executions.execute(payload, 'b', run),
      executions.execute({}, 'a', run),
      executions.execute(1, 'a', run),
      executions.execute(1, 'a', run),
    ]);
    expect(results.map(({ data }) => data!.run)).toEqual([1, 1, 2, 3, 4, 5]);
  });

  it('is not kept for those who come later', async () => {
    const executions = new SharedExecutions(10);
    const payload = {};
    let runs = 0;
    const run = async (): Promise<ExecutionResult> => ({ data: { run: (runs += 1) } });
    await executions.execute(payload, 'a', run);
    await vi.advanceTimersByTimeAsync(49);
    await executions.execute(payload, 'a', run);
    expect(runs).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await executions.execute(payload, 'a', run);
    expect(runs).toBe(2);
  });

  it('that fails is tried again by the next who asks', async () => {
    const executions = new SharedExecutions(10);
    const payload = {};
    const failing = () => Promise.reject(new Error('out of reach'));
    await expect(executions.execute(payload, 'a', failing)).rejects.toThrow('out of reach');
    expect(await executions.execute(payload, 'a', async () => ({ data: null }))).toEqual({ data: null });
  });
});

describe('a group', () => {
  it('is told by audience, document and variables', () => {
    const groups = [
      groupOf('staff', args('subscription { a }')),
      groupOf('member', args('subscription { a }')),
      groupOf('staff', args('subscription { b }')),
      groupOf('staff', args('subscription { a }', { x: 1 })),
      groupOf('staff', args('subscription { a }', { x: '1' })),
    ];
    expect(new Set(groups).size).toBe(5);
    expect(groupOf('staff', args('subscription { a }', { x: 1 }))).toBe(groups[3]);
  });
});
