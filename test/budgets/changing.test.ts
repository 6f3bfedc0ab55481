import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { createProtocolType, saved } from '../operations/workflow/example.js';

const numbers = [1, 4, 12] as const;

describe('the number of SQL statements of a change does not depend on the number of its actions', () => {
  let app: TestApp;
  let supervisor: TestClient;
  let occurrenceId: string;

  beforeAll(async () => {
    app = await startTestApp();
    const configurator = await app.client('configurator');
    supervisor = await app.client('supervisor');
    const input = typeWith(await createProtocolType(configurator));
    const typed = await configurator.data(
      'mutation ($input: OccurrenceTypeCreateInput!) { occurrenceTypeCreate(input: $input) { userErrors { code path } } }',
      { input },
    );
    saved(typed.occurrenceTypeCreate);
    const { beneficiaryUpsert } = await configurator.data(
      `mutation { beneficiaryUpsert(input: { membershipNumber: "1", name: "Ana Souza" }) {
         beneficiary { id } userErrors { code path } } }`,
    );
    const { beneficiary } = saved(beneficiaryUpsert);
    const { occurrenceCreate } = await supervisor.data(
      `mutation ($input: OccurrenceCreateInput!) { occurrenceCreate(input: $input) {
         occurrence { id } userErrors { code path } } }`,
      { input: { typeKey: 'pedido', beneficiaryId: beneficiary.id, description: 'Pedido de teste.' } },
    );
    occurrenceId = saved(occurrenceCreate).occurrence.id;
    // What a process keeps between operations is there after the first.
    await statementsTo('inicio');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const statementsTo = async (statusKey: string): Promise<string[]> => {
    app.statements.length = 0;
    const { occurrenceChangeStatus } = await supervisor.data(
      `mutation ($id: ID!, $input: OccurrenceChangeStatusInput!) { occurrenceChangeStatus(id: $id, input: $input) {
         occurrence { version status { key } } userErrors { code path } } }`,
      { id: occurrenceId, input: { statusKey } },
    );
    saved(occurrenceChangeStatus);
    return [...app.statements];
  };

  it.each([
    ['PUSH', 10],
    ['IN_APP', 15],
  ])('%s: %i', async (kind, statements) => {
    const counted: number[] = [];
    for (const number of numbers) {
      const all = await statementsTo(`${kind.toLowerCase()}_${number}`);
      counted.push(all.length);
    }
    expect(counted).toEqual(numbers.map(() => statements));
  });
});

const configs = {
  PUSH: { body: '{{status.descricao}}' },
  IN_APP: { title: 'Protocolo {{protocolo}}', body: '{{status.descricao}}' },
} as const;

/** A type with a status for each kind and number of actions. */
function typeWith(protocolTypeId: string) {
  const kinds = ['PUSH', 'IN_APP'] as const;
  const statuses = kinds.flatMap((kind) =>
    numbers.map((number) => ({ kind, number, key: `${kind.toLowerCase()}_${number}` })),
  );
  return {
    key: 'pedido',
    name: 'Pedido',
    protocolTypeId,
    viewMode: 'REQUEST',
    allowsAttendance: true,
    statuses: ['comeco', 'inicio', ...statuses.map(({ key }) => key), 'fim'].map((key) => ({
      key,
      internalDescription: key,
      externalDescription: key,
      color: '#1D4ED8',
      isDefault: key === 'comeco',
      closes: key === 'fim',
    })),
    actions: statuses.flatMap(({ kind, number, key: statusKey }) =>
      Array.from({ length: number }, (_, index) => {
        const key = `${statusKey}_${index}`;
        return { key, description: key, statusKey, kind, config: configs[kind] };
      }),
    ),
  };
}
