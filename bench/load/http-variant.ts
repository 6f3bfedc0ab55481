import type { Variant } from '../benchmark.js';
import { cpuSecondsOf } from './cpu-time.js';
import type { LoopResult } from './closed-loop.js';
import type { HttpLoad } from './http-load.js';
import { Worker } from './worker.js';

/** The process that makes the load: one for all variants that are asked over HTTP. */
export const startHttpLoad = () => new Worker<HttpLoad, LoopResult>(new URL('http-load.ts', import.meta.url));

export interface HttpVariant extends Omit<HttpLoad, 'seconds'> {
  readonly pid: number;
  readonly load: ReturnType<typeof startHttpLoad>;
  /** What of an answer must be equal. */
  readonly comparable?: (answer: unknown) => unknown;
  /** The body of the request that the variants are compared by. */
  readonly compared: string;
}

/** What is asked over HTTP: a server's CPU is read from outside, so that every kind of server is measured alike. */
export const httpVariant = ({
  pid,
  load,
  compared,
  comparable = (answer) => answer,
  ...http
}: HttpVariant): Variant => ({
  name: http.name,
  async answer() {
    const response = await fetch(http.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${http.token}` },
      body: compared,
    });
    return comparable(await response.json());
  },
  async measure(seconds) {
    const before = cpuSecondsOf(pid);
    const result = await load.ask({ ...http, seconds });
    return { ...result, cpuSeconds: cpuSecondsOf(pid) - before };
  },
});
