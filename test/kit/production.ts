import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/platform/auth/roles.js';
import { applicationRole } from '../../src/platform/database/tenancy.js';
import { systemClock } from '../../src/shared/clock.js';
import { TestClient } from './client.js';
import { createTestDatabase, type TestDatabase, withClient } from './database.js';
import { createTestOperators } from './operators.js';
import { ApiProcess } from './processes.js';
import { audience, createTokenIssuer, issuer, type TokenIssuer } from './tokens.js';
import type { TestApp } from './app.js';

export interface Production extends Pick<TestApp, 'client' | 'url' | 'operators'>, AsyncDisposable {
  readonly api: ApiProcess;
  readonly tokens: TokenIssuer;
  readonly database: TestDatabase;
}

/** The built server as in production, in a process of its own: a login that policies bind, and a provider's keys. */
export async function startProduction(environment: Record<string, string> = {}): Promise<Production> {
  await using starting = new AsyncDisposableStack();
  const login = `login_${randomBytes(6).toString('hex')}`;
  const cleared = starting.use(new AsyncDisposableStack());
  const database = starting.use(await createTestDatabase());
  const asOwner = (sql: string) => withClient(database.ownerUrl, (client) => client.query(sql));
  await asOwner(`create role ${login} login password '${login}' in role ${applicationRole}`);
  cleared.defer(async () => {
    const cluster = new URL(database.ownerUrl);
    cluster.pathname = '/postgres';
    await withClient(cluster.href, (client) => client.query(`drop role ${login}`));
  });
  const operators = await createTestOperators(database.database, systemClock.now());
  const tokens = await createTokenIssuer(systemClock);
  const provider = createServer((_request, response) => response.end(JSON.stringify(tokens.keys)));
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  starting.defer(() => void provider.close());
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-production-'));
  starting.defer(() => rm(dataDir, { recursive: true, force: true }));
  const url = new URL(database.ownerUrl);
  url.username = login;
  url.password = login;
  const api = starting.use(
    new ApiProcess({
      NODE_ENV: 'production',
      DATABASE_URL: url.href,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: dataDir,
      AUTH_ISSUER: issuer,
      AUTH_AUDIENCE: audience,
      AUTH_JWKS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
      RATE_LIMIT_POINTS: '0',
      ...environment,
    }),
  );
  await api.start();
  const resources = starting.move();
  return {
    api,
    url: api.url,
    tokens,
    database,
    operators,
    client: async (role, options) => {
      if (role === null) return new TestClient(api.url, null);
      const roles = [role].flat().map((name) => name.toUpperCase() as Role);
      return new TestClient(api.url, await tokens.issue(roles, options));
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}
