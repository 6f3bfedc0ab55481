import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pageScript } from './graphiql-page.js';

export interface Asset {
  readonly contentType: string;
  readonly content: string;
  /** Compressed: the explorer's script has five megabytes. */
  readonly gzipped: Buffer;
}

const script = 'text/javascript; charset=utf-8';
const compress = promisify(gzip);

let loaded: Promise<ReadonlyMap<string, Asset>> | undefined;

/** The explorer's files by name. Read when they are first asked for: most processes never are. */
export const graphiqlAssets = (): Promise<ReadonlyMap<string, Asset>> => (loaded ??= load());

async function load(): Promise<ReadonlyMap<string, Asset>> {
  const explorer = await import('@graphql-yoga/render-graphiql/graphiql');
  const files: [name: string, contentType: string, content: string][] = [
    ['graphiql.css', 'text/css; charset=utf-8', explorer.css],
    ['graphiql.js', script, explorer.js],
    ['worker-editorWorkerService.js', script, explorer.editorWorkerService],
    ['worker-json.js', script, explorer.jsonWorker],
    ['worker-graphql.js', script, explorer.graphqlWorker],
    ['page.js', script, pageScript],
  ];
  const assets = files.map(
    async ([name, contentType, content]) =>
      [name, { contentType, content, gzipped: await compress(content, { level: 1 }) }] as const,
  );
  return new Map(await Promise.all(assets));
}
