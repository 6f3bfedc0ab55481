import type { TestClient } from '../../kit/client.js';
import { userErrors } from '../workflow/example.js';

const fields = 'id key name numbering prefix pattern reset active';

export const protocolTypeCreate = `mutation ($input: ProtocolTypeCreateInput!) {
  protocolTypeCreate(input: $input) { protocolType { ${fields} } ${userErrors} }
}`;
const protocolTypeUpdate = `mutation ($id: ID!, $input: ProtocolTypeUpdateInput!) {
  protocolTypeUpdate(id: $id, input: $input) { protocolType { ${fields} } ${userErrors} }
}`;

export const createProtocolType = async (client: TestClient, input: object) =>
  (await client.data(protocolTypeCreate, { input: { name: 'Interno', numbering: 'SEQUENTIAL', ...input } }))
    .protocolTypeCreate;

export const updateProtocolType = async (client: TestClient, id: string, input: object) =>
  (await client.data(protocolTypeUpdate, { id, input })).protocolTypeUpdate;

/** An occurrence type whose numbers are those of the protocol type. */
export async function occurrenceTypeWith(client: TestClient, key: string, protocolTypeId: string): Promise<void> {
  const status = (name: string, rest: object) => ({
    key: name,
    internalDescription: name,
    externalDescription: name,
    color: '#1D4ED8',
    ...rest,
  });
  const input = {
    key,
    name: key,
    protocolTypeId,
    viewMode: 'BASIC',
    allowsAttendance: true,
    statuses: [status('aberto', { isDefault: true }), status('encerrado', { closes: true })],
  };
  const { occurrenceTypeCreate } = await client.data(
    `mutation ($input: OccurrenceTypeCreateInput!) { occurrenceTypeCreate(input: $input) { ${userErrors} } }`,
    { input },
  );
  if (occurrenceTypeCreate.userErrors.length > 0) throw new Error(JSON.stringify(occurrenceTypeCreate.userErrors));
}
