import { TestClient } from '../../kit/client.js';
import { saved } from '../workflow/example.js';

export const shown = 'id name scopes createdBy createdAt expiresAt lastUsedAt revokedAt';
const userErrors = 'userErrors { code message path }';
export const apiTokenCreate = `mutation ($input: ApiTokenCreateInput!) {
  apiTokenCreate(input: $input) { apiToken { ${shown} } secret ${userErrors} } }`;
const apiTokenRevoke = `mutation ($id: ID!) { apiTokenRevoke(id: $id) { apiToken { ${shown} } ${userErrors} } }`;

export const create = async (configurator: TestClient, input: object): Promise<any> =>
  (await configurator.data(apiTokenCreate, { input })).apiTokenCreate;

export const revoke = async (configurator: TestClient, id: string): Promise<any> =>
  (await configurator.data(apiTokenRevoke, { id })).apiTokenRevoke;

/** A new token, and a client that has it. */
export async function integration(
  configurator: TestClient,
  input: object = {},
): Promise<{ id: string; secret: string; client: TestClient }> {
  const made = saved(await create(configurator, { name: 'ERP', scopes: ['occurrence:read'], ...input }));
  return { id: made.apiToken.id, secret: made.secret, client: new TestClient(configurator.url, made.secret) };
}

/** What a request with it is answered: 'ok', or why it is none. */
export async function answerTo({ url, token }: TestClient): Promise<string> {
  const { data, errors } = await new TestClient(url, token).execute('{ viewer { id } }');
  return data ? 'ok' : String(errors?.[0]?.extensions.code);
}
