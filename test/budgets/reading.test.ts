import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OccurrenceRow } from '../../src/modules/occurrences/occurrence.entity.js';
import { type TestApp, startTestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { Stored, type Who } from '../operations/occurrences/stored.js';
import { everythingOf } from './everything.js';

const number = '99999120261124000001';

describe('the number of SQL statements of an operation does not depend on the number of rows', () => {
  let app: TestApp;
  let stored: Stored;
  let schema: GraphQLSchema;
  let clients: Record<'staff' | 'member', TestClient>;
  /** Statements of each operation, by name, with 1, 10 and 50 rows. */
  const counted = new Map<string, number[]>();

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    clients = {
      staff: await app.client('supervisor'),
      member: await app.client('beneficiary', { subject: 'ana' }),
    };
    schema = buildClientSchema((await clients.staff.data(getIntrospectionQuery())) as any);
    const holder = await stored.member('Ana Souza', { subject: 'ana', membershipNumber: '1' });
    await stored.member('Filha', { holderId: holder });
    const detailed = await full(holder, 0);
    let rows = 1;
    for (const wanted of [1, 10, 48]) {
      for (; rows < wanted; rows++) {
        await full(await stored.member(`Dependente ${rows}`, { holderId: holder }), rows);
        await fill(detailed, holder, rows);
      }
      for (const [name, { client, query }] of Object.entries(operations(detailed.id))) {
        // What a process keeps between operations is there after the first.
        await client.data(query);
        app.statements.length = 0;
        await client.data(query);
        counted.set(name, [...(counted.get(name) ?? []), app.statements.length]);
      }
    }
  }, 120_000);
  afterAll(() => app[Symbol.asyncDispose]());

  const fill = async (occurrence: OccurrenceRow, member: string, index: number): Promise<void> => {
    const who: Who = { kind: 'BENEFICIARY', id: member, name: 'Ana' };
    await stored.note(occurrence, `nota ${index}`, 'PUBLIC');
    await stored.message(occurrence, `mensagem ${index}`, who);
    await stored.entry(occurrence, 'dados', { index });
    await stored.attachment(occurrence, `${index}.pdf`, true);
  };

  /** An occurrence that has something of everything, of people of its own. */
  const full = async (member: string, index: number): Promise<OccurrenceRow> => {
    const { feature, form } = stored.configuration;
    const attendantId = await stored.attendant(`atendente ${index}`);
    const occurrence = await stored.occurrence({
      beneficiaryId: member,
      protocolNumber: number,
      attendantId,
      featureId: feature,
      intakeFormId: form,
      intakeFormVersion: 1,
      intake: { index },
    });
    await stored.move(occurrence, 'em_analise', { assignedTo: attendantId });
    await fill(occurrence, member, index);
    return occurrence;
  };

  const operations = (id: string): Record<string, { client: TestClient; query: string }> => {
    const of = (type: string) => everythingOf(schema, type);
    const whole = everythingOf(schema, 'Occurrence', 100);
    const { staff, member } = clients;
    return {
      occurrences: { client: staff, query: `{ occurrences(first: 48) ${of('OccurrenceConnection')} }` },
      occurrenceCounters: { client: staff, query: `{ occurrenceCounters ${of('OccurrenceCounters')} }` },
      myOccurrences: { client: member, query: `{ myOccurrences(first: 48) ${of('OccurrenceConnection')} }` },
      'occurrence, to staff': { client: staff, query: `{ occurrence(id: "${id}") ${whole} }` },
      'occurrence, to its beneficiary': { client: member, query: `{ occurrence(id: "${id}") ${whole} }` },
      protocol: { client: staff, query: `{ protocol(number: "${number}") ${of('Protocol')} }` },
      beneficiaries: { client: staff, query: `{ beneficiaries(first: 50) ${of('BeneficiaryConnection')} }` },
      attendants: { client: staff, query: `{ attendants ${of('Attendant')} }` },
      viewer: { client: member, query: `{ viewer ${of('Viewer')} }` },
    };
  };

  it.each([
    ['occurrences', 24],
    ['occurrenceCounters', 6],
    ['myOccurrences', 21],
    ['occurrence, to staff', 26],
    ['occurrence, to its beneficiary', 23],
    ['protocol', 23],
    ['beneficiaries', 7],
    ['attendants', 6],
    ['viewer', 7],
  ])('%s: %i', (name, statements) => {
    expect(counted.get(name)).toEqual([statements, statements, statements]);
  });
});
