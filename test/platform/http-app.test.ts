import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../kit/app.js';
import { TestClient } from '../kit/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const codeOf = (answer: { errors?: { extensions: Record<string, unknown> }[] }) => answer.errors?.[0]?.extensions.code;

describe('the app', () => {
  it('answers nobody but for what the schema is made of', async () => {
    const nobody = await app.client(null);
    expect((await nobody.execute('{ __typename __schema { queryType { name } } }')).data).toEqual({
      __typename: 'Query',
      __schema: { queryType: { name: 'Query' } },
    });
    const refused = await nobody.execute('{ viewer { __typename } }');
    expect([codeOf(refused), refused.data]).toEqual(['UNAUTHENTICATED', null]);
  });

  it.each([
    ['no token at all', 'Bearer x'],
    ['of another kind', 'Basic YTpi'],
    ['very long', `Bearer ${'x'.repeat(9_000)}`],
  ])('refuses a token that is %s with 401, even where none is needed', async (_, authorization) => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: '{"query":"{ __typename }"}',
    });
    expect([response.status, codeOf((await response.json()) as never)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('refuses a token that has expired, or of an operator that there is not', async () => {
    const gone = await app.client('attendant', { expiresInSeconds: -60 });
    expect(await gone.execute('{ __typename }')).toMatchObject({ status: 401, data: null });
    const nowhere = await app.client('attendant', { operator: 'gama' });
    expect(await nowhere.execute('{ __typename }')).toMatchObject({ status: 401, data: null });
  });

  it('logs neither tokens nor what people are called', async () => {
    const client = await app.client('attendant', { subject: 'ana.segredo', name: 'Ana Segredo' });
    await client.execute('{ viewer { __typename } }');
    await new TestClient(app.url, `${client.token}x`).execute('{ __typename }');
    const log = app.logged.join('\n');
    expect(log).toContain('token refused');
    expect(log).not.toContain(client.token!.slice(0, 40));
    expect(log).not.toMatch(/segredo/i);
    expect(await (await fetch(`${app.url}/metrics`)).text()).not.toMatch(/segredo|alfa/i);
  });
});
