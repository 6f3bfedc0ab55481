import type { Benchmark } from '../benchmark.js';
import { bodyOf, dealt, movedTo, sharesOf } from '../load/changes.js';
import { httpVariant, startHttpLoad } from '../load/http-variant.js';

/** To and fro between two statuses of the same kind. */
const ways = {
  product: ['doze_um', 'doze_dois'],
  'no action': ['nenhuma_um', 'nenhuma_dois'],
} as const;

export const manyActions: Benchmark = {
  name: 'many-actions',
  title:
    'A change to a status with 12 actions, over 8 connections, beside a change to one with none: the same server, which does no jobs (`WORKER=false`); deliveries and their jobs are written with the change',
  goals: [{ limit: 'no action', figure: 'p99', ratio: 1.3 }],
  async start({ operator, tokens, startProducts }, resources) {
    const { slug, supervisor } = operator;
    const token = await tokens.issue({ operator: slug, ...supervisor, role: 'SUPERVISOR' });
    const load = resources.use(startHttpLoad());
    const products = await startProducts();
    const shares = sharesOf(operator.occurrenceIds, products.size + 1);
    const variantOf = (name: string, api: { pid?: number; url: string }, [there, back]: readonly [string, string]) => {
      const [compared, ...ids] = shares.shift()!;
      const bodies = dealt(ids).map((own) => [there, back].flatMap((to) => own.map((id) => bodyOf(id, to))));
      return httpVariant({
        name,
        pid: api.pid!,
        url: `${api.url}/graphql`,
        token,
        load,
        bodies,
        compared: bodyOf(compared!, there),
        comparable: (answer) => versionOf(movedTo(answer)),
        holds: '"userErrors":[]',
      });
    };
    return [
      ...[...products].map(([name, api]) => variantOf(name, api, ways.product)),
      variantOf('no action', products.get('product')!, ways['no action']),
    ];
  },
};

/** The status is another one for each way. */
const versionOf = (moved: ReturnType<typeof movedTo>) => ('version' in moved ? moved.version : moved);
