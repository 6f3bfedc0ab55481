import { readFileSync } from 'node:fs';
import type { Benchmark } from '../benchmark.js';
import { httpVariant, startHttpLoad } from '../load/http-variant.js';
import { Worker } from '../load/worker.js';

const connections = 8;
const query = readFileSync(new URL('../../examples/queue.graphql', import.meta.url), 'utf8');
const body = JSON.stringify({ query, variables: { first: 20, filter: { open: true } } });

export const listThroughput: Benchmark = {
  name: 'list-throughput',
  title:
    'The first page of the open queue, 20 occurrences, as `examples/queue.graphql` asks for it, over 8 connections',
  goals: [
    { limit: 'handwritten', figure: 'throughput', ratio: 0.8 },
    { limit: 'handwritten', figure: 'cpu', ratio: 1.5 },
  ],
  async start({ database, operator, tokens, startProducts }, resources) {
    const { slug, supervisor } = operator;
    const token = await tokens.issue({ operator: slug, ...supervisor, role: 'SUPERVISOR' });
    const load = resources.use(startHttpLoad());
    const bodies = Array.from({ length: connections }, () => [body]);
    const common = { token, load, bodies, compared: body, holds: '{"data":{"occurrences":{"totalCount":' };
    const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URL: jwksUrl } = tokens.environment;
    const settings = { databaseUrl: database.url, issuer, audience, jwksUrl, operators: { [slug]: operator.id } };
    const program = new URL('handwritten-server.ts', import.meta.url);
    const handwritten = resources.use(new Worker<null, number>(program, [JSON.stringify(settings)]));
    const port = await handwritten.ask(null);
    const products = [...(await startProducts())].map(([name, api]) =>
      httpVariant({ ...common, name, pid: api.pid!, url: `${api.url}/graphql` }),
    );
    const limit = { name: 'handwritten', pid: handwritten.pid, url: `http://127.0.0.1:${port}/graphql` };
    return [...products, httpVariant({ ...common, ...limit })];
  },
};
