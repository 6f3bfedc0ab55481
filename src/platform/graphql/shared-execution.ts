import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { Turns } from './turns.js';

/** Long enough for all who wait for the same event, too short for anybody to notice that it is no longer quite now. */
const sharedForMs = 50;

/**
 * One execution for all equal subscribers that are told the same at the same time: those of one audience, with the same
 * document and variables, and the same payload.
 */
export class SharedExecutions {
  readonly #running = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();
  readonly #turns: Turns;

  /** `atOnce` leaves connections to the database for those who ask and change. */
  constructor(atOnce: number) {
    this.#turns = new Turns(atOnce);
  }

  execute(payload: unknown, group: string, run: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    if (typeof payload !== 'object' || payload === null) return this.#turns.take(run);
    const running = this.#running.get(payload) ?? new Map<string, Promise<ExecutionResult>>();
    this.#running.set(payload, running);
    const shared = running.get(group) ?? this.#turns.take(run);
    if (running.has(group)) return shared;
    running.set(group, shared);
    const forget = () => running.delete(group);
    shared.then(() => setTimeout(forget, sharedForMs).unref(), forget);
    return shared;
  }
}

/** What makes two subscribers equal, whatever they are told. */
export const groupOf = (audience: string, { document, operationName, variableValues }: ExecutionArgs): string =>
  JSON.stringify([audience, document.loc?.source.body, operationName ?? null, variableValues ?? null]);
