import type { BenchOperator } from '../setting/population.js';
import { closedLoop, type LoopResult } from '../load/closed-loop.js';
import { answerQuestions } from '../load/worker.js';
import { type Change, connect, type RawWay } from './raw-changes.js';
import { toAndFro } from './to-and-fro.js';

export interface RawSettings {
  readonly url: string;
  readonly way: RawWay;
  readonly operator: BenchOperator;
  /** Of each connection. */
  readonly occurrenceIds: readonly (readonly string[])[];
}

export interface RawResult extends LoopResult {
  readonly cpuSeconds: number;
  /** What the last change answered. */
  readonly last: { readonly version: number; readonly status: string } | null;
}

const { url, way, operator, occurrenceIds } = JSON.parse(process.argv[2]!) as RawSettings;
const { id: operatorId, supervisor: actor } = operator;

const connections = await Promise.all(
  occurrenceIds.map(async (ids) => {
    const { change } = await connect(url, operatorId, way);
    return { change, steps: toAndFro(ids), position: 0 };
  }),
);
let last: RawResult['last'] = null;

const once = async (connection: { change: Change; steps: ReturnType<typeof toAndFro>; position: number }) => {
  const { occurrenceId, from, to } = connection.steps[connection.position % connection.steps.length]!;
  const { statuses, actions } = operator;
  const version = await connection.change({
    operatorId,
    occurrenceId,
    from: statuses[from],
    to: statuses[to],
    actionId: actions[to],
    actor,
  });
  connection.position += 1;
  last = { version, status: to };
};

/** Seconds, or 0 for one change alone. */
answerQuestions<number, RawResult>(async (seconds) => {
  const before = process.cpuUsage();
  const asked = seconds === 0 ? connections.slice(0, 1) : connections;
  const result = await closedLoop(
    seconds,
    asked.map((connection) => () => once(connection)),
  );
  const { user, system } = process.cpuUsage(before);
  return { ...result, cpuSeconds: (user + system) / 1_000_000, last };
});
