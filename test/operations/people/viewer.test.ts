import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../../kit/app.js';

const query = `{ viewer { id name roles permissions operator { id name slug ansRegistry timeZone } beneficiary { id name } } }`;

describe('viewer', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it('tells staff who they are, what they may do and for which operator', async () => {
    const client = await app.client('attendant', { subject: 'carla', name: 'Carla' });
    const { viewer } = await client.data(query);
    expect(viewer).toEqual({
      id: expect.stringMatching(/^att_/),
      name: 'Carla',
      roles: ['ATTENDANT'],
      permissions: [
        'configuration:read',
        'occurrence:assignSelf',
        'occurrence:changeStatus',
        'occurrence:create',
        'occurrence:fillTab',
        'occurrence:message',
        'occurrence:note',
        'occurrence:read',
        'occurrence:startAttendance',
        'occurrence:update',
      ],
      operator: {
        id: app.operators.alfa,
        name: 'Operadora alfa',
        slug: 'alfa',
        ansRegistry: '999991',
        timeZone: 'America/Sao_Paulo',
      },
      beneficiary: null,
    });
    expect((await client.data(query)).viewer.id).toBe(viewer.id);
  });

  it('tells a beneficiary which member they are', async () => {
    const client = await app.client('beneficiary', { subject: 'ana', name: 'Ana Souza', operator: 'beta' });
    const { viewer } = await client.data(query);
    expect(viewer).toMatchObject({ name: 'Ana Souza', roles: ['BENEFICIARY'], operator: { slug: 'beta' } });
    expect(viewer.beneficiary).toEqual({ id: viewer.id, name: 'Ana Souza' });
  });

  it('a system may do what its scopes say', async () => {
    const client = await app.client('integration', { scopes: ['people:write', 'occurrence:read'] });
    expect((await client.data(query)).viewer.permissions).toEqual(['occurrence:read', 'people:write']);
  });

  it('nobody is UNAUTHENTICATED', async () => {
    const { errors } = await (await app.client(null)).execute(query);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });
});
