import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { TestClient } from '../../kit/client.js';
import { found, saved } from '../workflow/example.js';
import { answerTo, integration, revoke } from './tokens.js';

describe('apiTokenRevoke', () => {
  let app: TestApp;
  let beside: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    beside = await startTestApp({ beside: app });
    configurator = await app.client('configurator', { name: 'Rita Moraes' });
  });
  afterAll(async () => {
    await beside[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });

  it('ends a token at once in its own process, and within a second in another', async () => {
    const { id, secret, client } = await integration(configurator);
    const elsewhere = new TestClient(beside.url, secret);
    expect([await answerTo(client), await answerTo(elsewhere)]).toEqual(['ok', 'ok']);
    expect(saved(await revoke(configurator, id)).apiToken.revokedAt).toBe(app.clock.now().toISOString());
    expect(await answerTo(client)).toBe('UNAUTHENTICATED');
    app.clock.advance(1_000);
    expect(await answerTo(elsewhere)).toBe('UNAUTHENTICATED');
  });

  it('says when, and the same again however often it is asked for', async () => {
    const { id } = await integration(configurator, { name: 'Repetido' });
    const { apiToken } = saved(await revoke(configurator, id));
    app.clock.advance(60_000);
    const again = await Promise.all(Array.from({ length: 5 }, () => revoke(configurator, id)));
    expect(again).toEqual(Array.from({ length: 5 }, () => ({ apiToken, userErrors: [] })));
    const { configurationChanges } = await configurator.data(
      '{ configurationChanges(first: 100) { nodes { actor element before after } } }',
    );
    const revoked = configurationChanges.nodes.filter(({ before, after }: any) => before && after.id === id);
    expect(revoked).toEqual([
      {
        actor: 'Rita Moraes',
        element: 'ApiToken Repetido',
        before: expect.objectContaining({ id, revokedAt: null }),
        after: expect.objectContaining({ id, revokedAt: apiToken.revokedAt }),
      },
    ]);
  });

  it('twenty at once revoke it once', async () => {
    const { id } = await integration(configurator, { name: 'Disputado' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => revoke(configurator, id)));
    expect(new Set(answers.map(({ apiToken }) => apiToken.revokedAt)).size).toBe(1);
  });

  it('leaves the other tokens of the same name alone', async () => {
    const [old, fresh] = [await integration(configurator), await integration(configurator)];
    saved(await revoke(configurator, old.id));
    expect([await answerTo(old.client), await answerTo(fresh.client)]).toEqual(['UNAUTHENTICATED', 'ok']);
  });

  it("answers another operator's token like one that does not exist", async () => {
    const { id, client } = await integration(configurator);
    const beta = await app.client('configurator', { operator: 'beta' });
    const foreign = await revoke(beta, id);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await revoke(beta, 'apt_00000000000000000000000000'));
    expect(await answerTo(client)).toBe('ok');
  });
});
