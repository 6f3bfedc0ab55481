import { saved } from '../workflow/example.js';
import type { Desk } from './desk.js';

const userErrors = 'userErrors { code path message }';

/** Changes the type of a desk. */
export async function reconfigureType(desk: Desk, input: object): Promise<void> {
  const { occurrenceTypeUpdate } = await desk.configurator.data(
    `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) { occurrenceTypeUpdate(id: $id, input: $input) { ${userErrors} } }`,
    { id: desk.typeId, input },
  );
  saved(occurrenceTypeUpdate);
}

/** Changes one of its statuses. */
export async function reconfigureStatus(desk: Desk, key: string, input: object): Promise<void> {
  const { statusUpdate } = await desk.configurator.data(
    `mutation ($id: ID!, $input: StatusUpdateInput!) { statusUpdate(id: $id, input: $input) { ${userErrors} } }`,
    { id: desk.statuses[key], input },
  );
  saved(statusUpdate);
}
