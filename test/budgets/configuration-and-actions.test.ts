import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ActionAttemptEntity,
  ActionDeliveryEntity,
  InboxMessageEntity,
} from '../../src/modules/actions/delivery.entity.js';
import { StoredEventEntity } from '../../src/platform/events/event.entity.js';
import { newId } from '../../src/shared/ids.js';
import { type TestApp, startTestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { Stored } from '../operations/occurrences/stored.js';
import { createForm, createProtocolType, exampleType, linkFeature } from '../operations/workflow/example.js';
import { newTeam } from '../operations/teams/team.js';
import { everythingOf } from './everything.js';

describe('the number of SQL statements of a list does not depend on the number of rows', () => {
  let app: TestApp;
  let stored: Stored;
  let schema: GraphQLSchema;
  let clients: Record<'configurator' | 'member', TestClient>;
  let member: string;
  /** Statements of each list, by name, with 1, 10 and 50 rows. */
  const counted = new Map<string, number[]>();

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    clients = {
      configurator: await app.client(['configurator', 'supervisor']),
      member: await app.client('beneficiary', { subject: 'ana' }),
    };
    schema = buildClientSchema((await clients.configurator.data(getIntrospectionQuery())) as any);
    member = await stored.member('Ana Souza', { subject: 'ana' });
    let rows = 0;
    for (const wanted of [1, 10, 50]) {
      for (; rows < wanted; rows++) await oneMore(rows);
      for (const [name, { client, query }] of Object.entries(operations())) {
        // What a process keeps between operations is there after the first.
        await client.data(query);
        app.statements.length = 0;
        await client.data(query);
        counted.set(name, [...(counted.get(name) ?? []), app.statements.length]);
      }
    }
  }, 120_000);
  afterAll(() => app[Symbol.asyncDispose]());

  /** A further row of every list. */
  async function oneMore(index: number): Promise<void> {
    const { configurator } = clients;
    const protocolTypeId = await createProtocolType(configurator, `protocolo_${index}`);
    const formId = await createForm(configurator, `formulario_${index}`);
    const { occurrenceTypeCreate } = await configurator.data(
      'mutation ($input: OccurrenceTypeCreateInput!) { occurrenceTypeCreate(input: $input) { occurrenceType { id } } }',
      { input: { ...exampleType(protocolTypeId, formId), key: `tipo_${index}` } },
    );
    await linkFeature(configurator, occurrenceTypeCreate.occurrenceType.id, `funcionalidade_${index}`);
    await newTeam(configurator, {
      key: `equipe_${index}`,
      typeIds: [occurrenceTypeCreate.occurrenceType.id],
      memberIds: [(await configurator.data('{ viewer { id } }')).viewer.id],
    });
    const { id: occurrenceId } = await stored.occurrence({ beneficiaryId: member });
    await stored.write(async (em) => {
      const { operatorId } = stored;
      const createdAt = app.clock.now();
      const own = (kind: 'delivery' | 'inboxMessage') => ({
        operatorId,
        id: newId(kind, createdAt),
        occurrenceId,
        createdAt,
      });
      const event = await em.findOneOrFail(StoredEventEntity, { operatorId, occurrenceId });
      const { id: deliveryId } = em.create(ActionDeliveryEntity, {
        ...own('delivery'),
        actionId: stored.configuration.action,
        eventId: event.id,
        version: 1,
        lane: 'HOOK',
        tries: 1,
        resent: 0,
        state: 'RETRYING',
      });
      await em.flush();
      const attempt = { operatorId, deliveryId, at: createdAt, outcome: 'TIMEOUT', durationMs: 1 };
      for (const number of [1, 2]) em.create(ActionAttemptEntity, { ...attempt, number });
      em.create(InboxMessageEntity, { ...own('inboxMessage'), beneficiaryId: member, title: 'Pago', body: 'Pago' });
    });
  }

  function operations(): Record<string, { client: TestClient; query: string }> {
    const of = (type: string) => everythingOf(schema, type);
    const { configurator: client } = clients;
    return {
      occurrenceTypes: { client, query: `{ occurrenceTypes ${of('OccurrenceType')} }` },
      formDefinitions: { client, query: `{ formDefinitions ${of('FormDefinition')} }` },
      protocolTypes: { client, query: `{ protocolTypes ${of('ProtocolType')} }` },
      businessCalendars: { client, query: `{ businessCalendars ${of('BusinessCalendar')} }` },
      teams: { client, query: `{ teams ${of('Team')} }` },
      features: { client, query: `{ features ${of('Feature')} }` },
      configurationChanges: {
        client,
        query: `{ configurationChanges(first: 50) ${of('ConfigurationChangeConnection')} }`,
      },
      actionDeliveries: { client, query: `{ actionDeliveries(first: 20) ${of('ActionDeliveryConnection')} }` },
      inbox: { client: clients.member, query: `{ inbox(first: 20) ${of('InboxMessageConnection')} }` },
    };
  }

  it.each([
    ['occurrenceTypes', 6],
    ['formDefinitions', 5],
    ['protocolTypes', 6],
    ['businessCalendars', 5],
    ['teams', 7],
    ['features', 5],
    ['configurationChanges', 5],
    ['actionDeliveries', 18],
    ['inbox', 16],
  ])('%s: %i', (name, statements) => {
    expect(counted.get(name)).toEqual([statements, statements, statements]);
  });
});
