import type { TestClient } from '../../kit/client.js';
import { saved, userErrors } from '../workflow/example.js';

export const fields = 'id key name types { id } members { id } assignment openLimit active';

const createMutation = `mutation ($input: TeamCreateInput!) {
  teamCreate(input: $input) { team { ${fields} } ${userErrors} }
}`;
const updateMutation = `mutation ($id: ID!, $input: TeamUpdateInput!) {
  teamUpdate(id: $id, input: $input) { team { ${fields} } ${userErrors} }
}`;

export const createTeam = async (client: TestClient, input: { key: string; [field: string]: unknown }) =>
  (await client.data(createMutation, { input: { name: 'Equipe', ...input } })).teamCreate;

export const updateTeam = async (client: TestClient, id: string, input: object) =>
  (await client.data(updateMutation, { id, input })).teamUpdate;

/** Makes one that is right. */
export const newTeam = async (client: TestClient, input: { key: string; [field: string]: unknown }) =>
  saved(await createTeam(client, input)).team;

export const teamsOf = async (client: TestClient) => (await client.data(`{ teams { ${fields} } }`)).teams;
