import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const deliveriesOf = async (occurrenceId: string, client: TestClient = desk.paulo, rest = '') =>
  (
    await client.data(
      `query ($id: ID!) {
         actionDeliveries(occurrenceId: $id ${rest}) {
           nodes { id state nextAttemptAt action { key } occurrence { id } attempts { outcome detail durationMs } }
           pageInfo { hasNextPage endCursor }
         }
       }`,
      { id: occurrenceId },
    )
  ).actionDeliveries;

const inboxOf = async (client: TestClient, args = '') =>
  (
    await client.data(
      `{ inbox${args} { nodes { id title body readAt occurrence { id } } pageInfo { hasNextPage endCursor } } }`,
    )
  ).inbox;

/** What fired, as "key state". */
const fired = async (id: string): Promise<string[]> =>
  (await deliveriesOf(id)).nodes
    .map(({ action, state }: { action: { key: string }; state: string }) => `${action.key} ${state}`)
    .toSorted();

describe('the actions of a status', () => {
  it('fire when an occurrence is opened in it: messages land at once, what goes out waits', async () => {
    const { id, protocolNumber } = await open(desk.ana);
    expect(await fired(id)).toEqual(['hook_solicitado PENDING', 'recebido DELIVERED']);
    const { nodes } = await deliveriesOf(id, desk.configurator, ', states: [DELIVERED]');
    expect(nodes).toEqual([
      {
        id: expect.stringMatching(/^dlv_/),
        state: 'DELIVERED',
        nextAttemptAt: null,
        action: { key: 'recebido' },
        occurrence: { id },
        attempts: [{ outcome: 'delivered', detail: null, durationMs: 0 }],
      },
    ]);
    expect((await inboxOf(desk.ana, '(first: 1)')).nodes[0]).toMatchObject({
      title: `Protocolo ${protocolNumber}`,
      body: 'Olá, Ana: solicitado, por fora',
      readAt: null,
      occurrence: { id },
    });
  });

  it('fire where their condition holds, and inactive ones never', async () => {
    const low = await open(desk.ana, { intake: { valor: 1000 } });
    await done(desk.carla, 'occurrenceStartAttendance', low.id);
    expect(await fired(low.id)).toEqual(['em_analise DELIVERED', 'hook_solicitado PENDING', 'recebido DELIVERED']);
    const high = await open(desk.ana, { intake: { valor: 1001 } });
    await done(desk.carla, 'occurrenceStartAttendance', high.id);
    expect(await fired(high.id)).toContain('valor_alto DELIVERED');
  });

  it('fire once for each time that it is entered', async () => {
    const { id } = await open(desk.ana);
    await done(desk.carla, 'occurrenceStartAttendance', id);
    await done(desk.carla, 'occurrenceNoteAdd', id, { body: 'x' });
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    desk.app.clock.advance(1000);
    await done(desk.paulo, 'occurrenceReopen', id);
    expect((await fired(id)).filter((one) => one.startsWith('em_analise'))).toHaveLength(2);
    const { nodes } = await inboxOf(desk.ana, '(first: 1)');
    expect(nodes[0].body).toBe('cancelado, por fora > em_analise, por fora');
  });

  it('speak to the member who asked, though the occurrence is for another', async () => {
    const { id } = await open(desk.erp, { beneficiaryId: desk.ids.bia, requesterId: desk.ids.zoe });
    expect((await inboxOf(desk.zoe)).nodes).toMatchObject([
      { body: 'Olá, Zoe: solicitado, por fora', occurrence: { id } },
    ]);
  });

  it('a template that cannot be rendered fails alone, and the change is made', async () => {
    const endless = `{% capture a %}${'x'.repeat(1000)}{% endcapture %}${'{% capture a %}{{a}}{{a}}{% endcapture %}'.repeat(20)}{{a}}`;
    const { actionCreate } = await desk.configurator.data(
      `mutation ($type: ID!, $input: ActionInput!) {
         actionCreate(occurrenceTypeId: $type, input: $input) { userErrors { code message } }
       }`,
      {
        type: desk.typeId,
        input: {
          key: 'sem_fim',
          description: 'sem fim',
          statusKey: 'cancelado',
          kind: 'IN_APP',
          config: { title: 'x', body: endless },
        },
      },
    );
    expect(actionCreate.userErrors).toEqual([]);
    const { id } = await open(desk.ana);
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    const failed = (await deliveriesOf(id)).nodes.find((one: { state: string }) => one.state === 'FAILED');
    expect(failed.attempts).toEqual([{ outcome: 'failed', detail: expect.stringContaining('limit'), durationMs: 0 }]);
  });
});

describe('actionDeliveries', () => {
  it('runs newest first, by pages, in a number of statements that does not depend on the rows', async () => {
    const { id } = await open(desk.ana);
    await done(desk.carla, 'occurrenceStartAttendance', id);
    const all = (await deliveriesOf(id)).nodes.map((one: { id: string }) => one.id);
    const first = await deliveriesOf(id, desk.paulo, ', first: 2');
    const rest = await deliveriesOf(id, desk.paulo, `, first: 2, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...rest.nodes].map((one: { id: string }) => one.id)).toEqual(all);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    const statements = async (args: string) => {
      desk.app.statements.length = 0;
      await deliveriesOf(id, desk.paulo, args);
      return desk.app.statements.length;
    };
    expect(await statements(', first: 1')).toBe(await statements(', first: 100'));
  });

  it('an empty list of states, and what is no occurrence, select nothing', async () => {
    const { id } = await open(desk.ana);
    expect((await deliveriesOf(id, desk.paulo, ', states: []')).nodes).toEqual([]);
    expect((await deliveriesOf('nada')).nodes).toEqual([]);
    expect((await deliveriesOf(desk.ids.ana)).nodes).toEqual([]);
  });

  it('a cursor of something else is BAD_USER_INPUT', async () => {
    for (const cursor of ['x', Buffer.from('["inbox","2026-11-24",1]').toString('base64url')]) {
      const { errors } = await desk.paulo.execute(`{ actionDeliveries(after: "${cursor}") { nodes { id } } }`);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('is for supervisors, configurators and systems with the scope; so is a delivery by its id', async () => {
    const { id } = await open(desk.ana);
    const [{ id: deliveryId }] = (await deliveriesOf(id)).nodes;
    const node = async (client: TestClient) =>
      (await client.data('query ($id: ID!) { node(id: $id) { id } }', { id: deliveryId })).node;
    for (const client of [desk.paulo, desk.configurator, desk.erp]) {
      expect((await deliveriesOf(id, client)).nodes).toHaveLength(2);
      expect(await node(client)).toEqual({ id: deliveryId });
    }
    for (const client of [desk.carla, desk.ana]) {
      const { errors } = await client.execute('{ actionDeliveries { nodes { id } } }');
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect(await node(client)).toBeNull();
    }
  });

  it('another operator’s are not there', async () => {
    const { id } = await open(desk.ana);
    const theirs = await desk.app.client('supervisor', { operator: 'beta', subject: 'sup' });
    expect((await deliveriesOf(id, theirs)).nodes).toEqual([]);
  });
});

describe('inboxMarkRead', () => {
  const markRead = async (client: TestClient, id: string) =>
    (
      await client.data(
        `mutation ($id: ID!) { inboxMarkRead(id: $id) { inboxMessage { id readAt } userErrors { code path } } }`,
        { id },
      )
    ).inboxMarkRead;

  it('marks once and for all; the unread ones are those that are left', async () => {
    await open(desk.ana);
    const [message] = (await inboxOf(desk.ana, '(first: 1)')).nodes;
    const readAt = desk.app.clock.now().toISOString();
    expect((await markRead(desk.ana, message.id)).inboxMessage).toEqual({ id: message.id, readAt });
    desk.app.clock.advance(60_000);
    expect((await markRead(desk.ana, message.id)).inboxMessage.readAt).toBe(readAt);
    const unread = (await inboxOf(desk.ana, '(unreadOnly: true, first: 100)')).nodes;
    expect(unread.map((one: { id: string }) => one.id)).not.toContain(message.id);
    const { node } = await desk.ana.data('query ($id: ID!) { node(id: $id) { id } }', { id: message.id });
    expect(node).toEqual({ id: message.id });
  });

  it('another member’s message is not there', async () => {
    await open(desk.ana);
    const [{ id }] = (await inboxOf(desk.ana, '(first: 1)')).nodes;
    const missing = { inboxMessage: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] };
    expect(await markRead(desk.zoe, id)).toEqual(missing);
    expect(await markRead(desk.ana, 'nada')).toEqual(missing);
    expect((await desk.zoe.data('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    expect((await desk.carla.execute('{ inbox { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('runs newest first, by pages', async () => {
    for (const description of ['a', 'b', 'c']) {
      desk.app.clock.advance(1000);
      await open(desk.ana, { description });
    }
    const all = (await inboxOf(desk.ana, '(first: 100)')).nodes.map((one: { id: string }) => one.id);
    const first = await inboxOf(desk.ana, '(first: 2)');
    const rest = await inboxOf(desk.ana, `(first: 100, after: "${first.pageInfo.endCursor}")`);
    expect([...first.nodes, ...rest.nodes].map((one: { id: string }) => one.id)).toEqual(all);
  });

  it('an occurrence that the member cannot see now is null', async () => {
    desk.app.clock.advance(1000);
    const { id } = await open(desk.ana);
    await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey: 'auditoria' });
    const messages = (await inboxOf(desk.ana, '(first: 1)')).nodes;
    expect(messages).toMatchObject([{ occurrence: null }]);
  });
});
