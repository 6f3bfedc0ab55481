import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTokenVerifier } from '../../src/platform/auth/verifier.js';
import { registerGraphiQL } from '../../src/platform/http/graphiql.js';
import { startingOperations } from '../../src/platform/http/graphiql-page.js';
import { buildGraphQLSchema } from '../../src/platform/graphql/schema.js';
import { resolvers } from '../../src/resolvers.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import { startHost } from './http-host.js';

let app: TestApp;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-graphiql-'));
  app = await startTestApp({ environment: { DATA_DIR: dataDir } });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

/** The status of a request under any headers; `fetch` sets some of them itself. */
const statusOf = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(app.url + path, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('the explorer', () => {
  it('needs nothing from elsewhere, and may load nothing from there', async () => {
    const response = await fetch(`${app.url}/graphiql`);
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page).not.toMatch(/https?:|\/\/[a-z]/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
    for (const [, path] of page.matchAll(/(?:src|href)="(\/[^"]*)"/g)) {
      expect([path, (await fetch(app.url + path)).status]).toEqual([path, 200]);
    }
  });

  it('opens with operations that the schema takes', async () => {
    const schema = await buildGraphQLSchema(resolvers, () => ({}));
    for (const operation of startingOperations) expect(validate(schema, parse(operation))).toEqual([]);
  });

  it('brings its workers, compressed where that is understood', async () => {
    for (const worker of ['editorWorkerService', 'json', 'graphql']) {
      const response = await fetch(`${app.url}/graphiql/worker-${worker}.js`);
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect((await response.text()).length).toBeGreaterThan(100_000);
    }
    expect((await fetch(`${app.url}/graphiql/worker-css.js`)).status).toBe(404);
  });

  it('gives a token for anybody of the demo operators, which this server accepts', async () => {
    const verifier = await openTokenVerifier({ kind: 'development' }, dataDir, app.clock);
    const identityOf = async (search: string) => {
      const response = await fetch(`${app.url}/graphiql/token?${search}`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const { token } = (await response.json()) as { token: string };
      return verifier.verify(`Bearer ${token}`);
    };
    expect(await identityOf('role=attendant')).toMatchObject({
      operatorSlug: 'demo',
      subject: 'atendente.carla',
      roles: ['ATTENDANT'],
      expiresAt: new Date(app.clock.now().getTime() + 3_600_000),
    });
    expect(await identityOf('role=beneficiary&operator=outra')).toMatchObject({ subject: 'beneficiario.outra' });
    expect(await identityOf('role=integration&subject=integracao.erp')).toMatchObject({
      scopes: ['occurrence:read', 'occurrence:create', 'occurrence:changeStatus', 'configuration:read'],
    });
    expect((await fetch(`${app.url}/graphiql/token?role=admin`)).status).toBe(404);
    expect((await fetch(`${app.url}/graphiql/token?role=attendant&subject=ana.souza`)).status).toBe(404);
  });

  it('gives tokens to no page of another site', async () => {
    const path = '/graphiql/token?role=attendant';
    expect(await statusOf(path, { 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await statusOf(path, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusOf(path, { 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await statusOf(path, { host: 'localhost:4000' })).toBe(200);
    expect(await statusOf(path, { host: 'leads.here.example:4000' })).toBe(403);
  });

  it('has no tokens where a provider signs them', async () => {
    await using host = await startHost({
      extend: (server) => registerGraphiQL(server, { issueToken: null, links: { publicUrl: '' } }),
    });
    expect((await fetch(`${host.url}/graphiql/token?role=attendant`)).status).toBe(404);
    expect(await (await fetch(`${host.url}/graphiql`)).text()).toContain('"people":null');
  });

  it('is not there where it is switched off', async () => {
    await using off = await startTestApp({ environment: { GRAPHIQL: 'off' } });
    for (const path of ['/graphiql', '/graphiql/page.js', '/graphiql/token?role=attendant']) {
      expect((await fetch(off.url + path)).status).toBe(404);
    }
  });
});
