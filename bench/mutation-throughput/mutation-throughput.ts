import type { Benchmark, Variant } from '../benchmark.js';
import { bodyOf, dealt, movedTo, sharesOf } from '../load/changes.js';
import { httpVariant, startHttpLoad } from '../load/http-variant.js';
import { Worker } from '../load/worker.js';
import type { RawWay } from './raw-changes.js';
import type { RawResult, RawSettings } from './raw-load.js';
import { toAndFro } from './to-and-fro.js';

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
