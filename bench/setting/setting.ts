import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { ApiProcess, projectRoot } from '../../test/kit/processes.js';
import { checkout } from './checkout.js';
import { type BenchDatabase, createDatabase } from './database.js';
import { type BenchOperator, populate } from './population.js';
import { startTokenIssuer, type TokenIssuer } from './token-issuer.js';

/** What the variants of one benchmark share: a database with occurrences, and who may ask for them. */
export interface Setting {
  readonly database: BenchDatabase;
  readonly operator: BenchOperator;
  readonly tokens: TokenIssuer;
  /** The built server and, where one is compared with, that of an earlier commit, by their names. */
  readonly startProducts: () => Promise<ReadonlyMap<string, ApiProcess>>;
}

export interface SettingOptions {
  readonly occurrences: number;
  /** An earlier commit that the product is measured beside. */
  readonly before?: string | undefined;
  /** A cluster that runs already; one of its own, with fsync on, unless given. */
  readonly clusterUrl?: string | undefined;
}

export async function createSetting(
  { occurrences, before, clusterUrl }: SettingOptions,
  resources: AsyncDisposableStack,
): Promise<Setting> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-bench-'));
  resources.defer(() => rm(dataDir, { recursive: true, force: true }));
  const cluster = clusterUrl ?? (await ownCluster(dataDir, resources));
  const database = resources.use(await createDatabase(cluster));
  const tokens = resources.use(await startTokenIssuer());
  const operator = await populate({ url: database.url, dataDir, occurrences });
  const environment = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    ...tokens.environment,
    WORKER: 'false',
    // Counted, and never used up.
    RATE_LIMIT_POINTS: String(10 ** 12),
  };
  return {
    database,
    operator,
    tokens,
    async startProducts() {
      const roots = new Map([['product', projectRoot]]);
      if (before !== undefined) roots.set(`product at ${before}`, resources.use(await checkout(before)).root);
      const products = new Map<string, ApiProcess>();
      for (const [name, root] of roots) {
        const api = resources.use(new ApiProcess(environment, root));
        await api.start();
        products.set(name, api);
      }
      return products;
    },
  };
}

async function ownCluster(dataDir: string, resources: AsyncDisposableStack): Promise<string> {
  const options = { dataDir: join(dataDir, 'postgres'), log: () => undefined };
  return resources.use(await startEmbeddedPostgres(options)).ownerUrl;
}
