import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/platform/auth/roles.js';
import { type TestApp, startTestApp } from '../../kit/app.js';

const query = '{ attendants { id name } }';

describe('attendants', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const signIn = async (role: Lowercase<Role> | Lowercase<Role>[], name: string, operator = 'alfa') =>
    (await (await app.client(role, { subject: name, name, operator })).data('{ viewer { id } }')).viewer.id;

  it('are those who attend and those who supervise, by name', async () => {
    await signIn('configurator', 'Rita');
    await signIn('integration', 'erp');
    await signIn('attendant', 'Xavier', 'beta');
    const paulo = await signIn(['supervisor', 'configurator'], 'Paulo');
    const davi = await signIn('attendant', 'Davi');
    const carla = await signIn('attendant', 'Carla');
    const { attendants } = await (await app.client('configurator', { subject: 'Rita', name: 'Rita' })).data(query);
    expect(attendants).toEqual([
      { id: carla, name: 'Carla' },
      { id: davi, name: 'Davi' },
      { id: paulo, name: 'Paulo' },
    ]);
  });

  it('are for those who may read occurrences', async () => {
    for (const role of ['beneficiary', 'integration'] as const) {
      const { errors } = await (await app.client(role)).execute(query);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
  });
});
