import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopes } from '../../../src/platform/auth/permissions.js';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { withClient } from '../../kit/database.js';
import { found, saved } from '../workflow/example.js';
import { apiTokenCreate, create, shown } from './tokens.js';

const day = 86_400_000;

describe('apiTokenCreate', () => {
  let app: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator', { name: 'Rita Moraes' });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const after = (milliseconds: number) => new Date(app.clock.now().getTime() + milliseconds).toISOString();
  const stored = async (): Promise<string> =>
    withClient(app.testDatabase.ownerUrl, async (client) => {
      const { rows } = await client.query<{ rows: string }>(
        `select (select coalesce(jsonb_agg(t), '[]') from api_token t)::text
             || (select coalesce(jsonb_agg(c), '[]') from configuration_change c)::text as rows`,
      );
      return rows[0]!.rows;
    });

  it('makes a token that says its operator and can be found where it leaked, good for 90 days', async () => {
    const input = { name: ' ERP ', scopes: ['people:write', 'occurrence:read', 'people:write'] };
    const made = saved(await create(configurator, input));
    expect(made.secret).toMatch(/^ocr_alfa_[0-9A-Za-z]{42}$/);
    expect(made.apiToken).toEqual({
      id: expect.stringMatching(/^apt_/),
      name: 'ERP',
      scopes: ['occurrence:read', 'people:write'],
      createdBy: 'Rita Moraes',
      createdAt: after(0),
      expiresAt: after(90 * day),
      lastUsedAt: null,
      revokedAt: null,
    });
    const { apiTokens, node } = await configurator.data(
      `query ($id: ID!) { apiTokens { nodes { ${shown} } } node(id: $id) { ... on ApiToken { ${shown} } } }`,
      { id: made.apiToken.id },
    );
    expect(apiTokens.nodes).toEqual([made.apiToken]);
    expect(node).toEqual(made.apiToken);
  });

  it('keeps the token nowhere, and a digest of it where no operation reads', async () => {
    const made = saved(await create(configurator, { name: 'Faturamento', scopes: ['action:read'] }));
    const rows = await stored();
    expect(rows).toContain(made.apiToken.id);
    expect(rows).not.toContain(made.secret.slice('ocr_alfa_'.length));
    expect(app.logged.join('')).not.toContain(made.secret.slice('ocr_alfa_'.length));
  });

  it('takes an expiry from now on to 366 days, and any scopes of the catalogue', async () => {
    const soon = saved(await create(configurator, { name: 'a', scopes: [...scopes], expiresAt: after(1) }));
    expect(soon.apiToken).toMatchObject({ scopes, expiresAt: after(1) });
    const late = saved(await create(configurator, { name: 'a', scopes: ['action:read'], expiresAt: after(366 * day) }));
    expect(late.apiToken.expiresAt).toBe(after(366 * day));
    const unset = saved(await create(configurator, { name: 'a', scopes: ['action:read'], expiresAt: null }));
    expect(unset.apiToken.expiresAt).toBe(after(90 * day));
  });

  it.each<[string, () => object, string]>([
    ['a blank name', () => ({ name: ' ' }), 'REQUIRED input.name'],
    ['a name of 201 characters', () => ({ name: 'x'.repeat(201) }), 'INVALID input.name'],
    ['a name of two lines', () => ({ name: 'ERP\nRita' }), 'INVALID input.name'],
    ['no scope', () => ({ scopes: [] }), 'REQUIRED input.scopes'],
    ['an unknown scope', () => ({ scopes: ['action:read', 'occurrence:everything'] }), 'INVALID input.scopes.1'],
    ['a permission that is no scope', () => ({ scopes: ['apiToken:write'] }), 'INVALID input.scopes.0'],
    ['an expiry that has passed', () => ({ expiresAt: after(-1) }), 'INVALID input.expiresAt'],
    ['an expiry at this instant', () => ({ expiresAt: after(0) }), 'INVALID input.expiresAt'],
    ['an expiry in more than 366 days', () => ({ expiresAt: after(366 * day + 1) }), 'INVALID input.expiresAt'],
  ])('refuses %s, and makes nothing', async (_, input, problem) => {
    const before = await stored();
    const payload = await create(configurator, { name: 'ERP', scopes: ['action:read'], ...input() });
    expect(found(payload)).toEqual([problem]);
    expect([payload.apiToken, payload.secret]).toEqual([null, null]);
    expect(await stored()).toBe(before);
  });

  it('tells all that is wrong at once', async () => {
    const payload = await create(configurator, { name: '', scopes: ['x', 'y'], expiresAt: after(-1) });
    expect(found(payload)).toEqual([
      'INVALID input.expiresAt',
      'INVALID input.scopes.0',
      'INVALID input.scopes.1',
      'REQUIRED input.name',
    ]);
  });

  it('is in the log of the configuration, without the token or its digest', async () => {
    const made = saved(await create(configurator, { name: 'Autorizador', scopes: ['occurrence:changeStatus'] }));
    const { configurationChanges } = await configurator.data(
      '{ configurationChanges(first: 100) { nodes { actor element before after } } }',
    );
    const { id, name, scopes: granted, expiresAt } = made.apiToken;
    expect(configurationChanges.nodes).toContainEqual({
      actor: 'Rita Moraes',
      element: 'ApiToken Autorizador',
      before: null,
      after: { id, name, scopes: granted, expiresAt, revokedAt: null },
    });
  });

  it('is for configurators alone: no scope reaches tokens, nor what the log tells of them', async () => {
    const input = { name: 'Outro', scopes: [...scopes] };
    saved(await create(configurator, { name: 'Legível', scopes: ['action:read'] }));
    const before = await stored();
    const system = await app.client('integration', { scopes });
    for (const client of [system, await app.client(['attendant', 'supervisor']), await app.client('beneficiary')]) {
      for (const [query, variables] of [
        [apiTokenCreate, { input }],
        ['mutation ($id: ID!) { apiTokenRevoke(id: $id) { userErrors { code } } }', { id: 'apt_1' }],
        ['{ apiTokens { nodes { id } } }', {}],
      ] as const) {
        const { errors } = await client.execute(query, variables);
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
      }
    }
    expect(await stored()).toBe(before);
    const log = '{ configurationChanges(first: 100) { nodes { id element } } }';
    const whole = (await configurator.data(log)).configurationChanges.nodes;
    const change = whole.find(({ element }: { element: string }) => element === 'ApiToken Legível');
    expect(JSON.stringify((await system.data(log)).configurationChanges)).not.toContain('ApiToken');
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await configurator.data(node, { id: change.id })).node).toEqual({ id: change.id });
    expect((await system.data(node, { id: change.id })).node).toBeNull();
  });
});
