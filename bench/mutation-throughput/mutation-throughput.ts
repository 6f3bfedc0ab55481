import { readFileSync } from 'node:fs';
import type { Benchmark, Variant } from '../benchmark.js';
import { httpVariant, startHttpLoad } from '../load/http-variant.js';
import { Worker } from '../load/worker.js';
import type { RawWay } from './raw-changes.js';
import type { RawResult, RawSettings } from './raw-load.js';
import { toAndFro } from './to-and-fro.js';

const connections = 8;
const query = readFileSync(new URL('../../examples/change-status.graphql', import.meta.url), 'utf8');

export const mutationThroughput: Benchmark = {
  name: 'mutation-throughput',
  title:
    'A change of status with its event and a delivery, over 8 connections: `examples/change-status.graphql` over HTTP with all rules; the limits write the same rows without HTTP and without a rule',
  goals: [
    { limit: 'six round trips', figure: 'throughput', ratio: 1 },
    { limit: 'one statement', figure: 'throughput', ratio: 0.55 },
  ],
  async start({ database, operator, tokens, startProducts }, resources) {
    const { slug, supervisor } = operator;
    const token = await tokens.issue({ operator: slug, ...supervisor, role: 'SUPERVISOR' });
    const load = resources.use(startHttpLoad());
    const products = await startProducts();
    const ways: RawWay[] = ['six round trips', 'one statement'];
    const shares = sharesOf(operator.occurrenceIds, products.size + ways.length);
    const variants: Variant[] = [];
    for (const [name, api] of products) {
      const [compared, ...ids] = shares.shift()!;
      const bodies = dealt(ids).map((own) => toAndFro(own).map(({ occurrenceId, to }) => bodyOf(occurrenceId, to)));
      const about = { name, pid: api.pid!, url: `${api.url}/graphql`, token, load, bodies };
      const one = { compared: bodyOf(compared!, 'aguardando'), comparable: movedTo };
      variants.push(httpVariant({ ...about, ...one, holds: '"userErrors":[]' }));
    }
    for (const way of ways) {
      const settings: RawSettings = { url: database.url, way, operator, occurrenceIds: dealt(shares.shift()!) };
      const program = new URL('raw-load.ts', import.meta.url);
      const worker = resources.use(new Worker<number, RawResult>(program, [JSON.stringify(settings)]));
      variants.push({
        name: way,
        answer: async () => (await worker.ask(0)).last,
        measure: (seconds) => worker.ask(seconds),
      });
    }
    return variants;
  },
};

const bodyOf = (id: string, statusKey: string): string =>
  JSON.stringify({ query, variables: { id, input: { statusKey } } });

/** The version and the status that a change answered. */
function movedTo(answer: unknown) {
  const { data } = answer as { data: { occurrenceChangeStatus: { occurrence: Moved; userErrors: unknown[] } } };
  const { occurrence, userErrors } = data.occurrenceChangeStatus;
  return userErrors.length === 0 ? { version: occurrence.version, status: occurrence.status.key } : userErrors;
}

interface Moved {
  readonly version: number;
  readonly status: { readonly key: string };
}

/** An equal part for each variant: none changes the occurrences of another. */
function sharesOf(ids: readonly string[], variants: number): string[][] {
  const size = Math.floor(ids.length / variants);
  return Array.from({ length: variants }, (_, variant) => ids.slice(variant * size, (variant + 1) * size));
}

/** What each connection changes: none waits for the row that another one holds. */
const dealt = (ids: readonly string[]): string[][] =>
  Array.from({ length: connections }, (_, turn) => ids.filter((_id, index) => index % connections === turn));
