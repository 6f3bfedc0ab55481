import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { TestStream } from '../kit/stream.js';
import { createExample, type Example, saved } from '../operations/workflow/example.js';

const update = `kind cursor occurrence { id version } event { version __typename ... on OccurrenceStatusChanged { from { key } to { key } } }`;
const queue = `subscription ($filter: OccurrenceFilter, $after: String) { update: queueUpdates(filter: $filter, after: $after) { ${update} } }`;
const mine = `subscription { update: myOccurrenceUpdates { ${update} } }`;
const create = `mutation ($input: OccurrenceCreateInput!) {
  occurrenceCreate(input: $input) { occurrence { id version } cursor userErrors { code path } } }`;
const changeStatus = `mutation ($id: ID!, $input: OccurrenceChangeStatusInput!) {
  occurrenceChangeStatus(id: $id, input: $input) { occurrence { id version } cursor userErrors { code path } } }`;

let app: TestApp;
let beside: TestApp;
let attendant: TestClient;
let member: TestClient;
let example: Example;

beforeAll(async () => {
  app = await startTestApp();
  beside = await startTestApp({ beside: app });
  example = await createExample(await app.client('configurator'));
  attendant = await app.client('attendant');
  member = await app.client('beneficiary', { subject: 'ana' });
  const features = `mutation ($id: ID!) { featureLink(input: { key: "app", occurrenceTypeId: $id }) { userErrors { code } } }`;
  saved((await (await app.client('configurator')).data(features, { id: example.typeId })).featureLink);
});
afterAll(async () => {
  await beside[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const open = async (): Promise<{ occurrence: { id: string }; cursor: string }> => {
  app.clock.advance(1_000);
  const input = { featureKey: 'app', description: 'Consulta', intake: { valor: 10 } };
  return saved((await member.data(create, { input })).occurrenceCreate);
};
const move = async (id: string, statusKey: string): Promise<{ cursor: string }> =>
  saved((await attendant.data(changeStatus, { id, input: { statusKey } })).occurrenceChangeStatus);

describe('a change through the API', () => {
  it('is in the streams of staff and of its member under the cursor that its payload named', async () => {
    await using staff = new TestStream<any>(attendant, queue, { filter: { statusKeys: ['em_analise'] } });
    await using own = new TestStream<any>(member, mine);
    await Promise.all([staff.next(), own.next()]);
    const created = await open();
    const moved = await move(created.occurrence.id, 'em_analise');
    expect((await own.next()).update).toMatchObject({ kind: 'ENTERED', cursor: created.cursor, event: { version: 1 } });
    const change = { __typename: 'OccurrenceStatusChanged', from: { key: 'solicitado' }, to: { key: 'em_analise' } };
    const told = { cursor: moved.cursor, occurrence: { id: created.occurrence.id }, event: { version: 2, ...change } };
    expect((await own.next()).update).toMatchObject({ kind: 'UPDATED', ...told });
    expect((await staff.next()).update).toMatchObject({ kind: 'ENTERED', ...told });
  });

  it('joins the page of a list to a stream after its cursor, also in another process', async () => {
    const first = await open();
    const list = `{ occurrences(first: 1) { nodes { id } streamCursor } }`;
    const { occurrences } = await attendant.data(list);
    expect(occurrences.nodes).toEqual([{ id: first.occurrence.id }]);
    const second = await open();
    const elsewhere = await beside.client('attendant');
    await using stream = new TestStream<any>(elsewhere, queue, { after: occurrences.streamCursor });
    expect((await stream.next()).update).toMatchObject({ kind: 'READY', cursor: occurrences.streamCursor });
    expect((await stream.next()).update).toMatchObject({ kind: 'ENTERED', cursor: second.cursor });
    const third = await open();
    expect((await stream.next()).update).toMatchObject({ kind: 'ENTERED', cursor: third.cursor });
  });

  it('lands in an inbox that is followed', async () => {
    const configurator = await app.client('configurator');
    const action = `mutation ($id: ID!, $input: ActionInput!) { actionCreate(occurrenceTypeId: $id, input: $input) { userErrors { code path } } }`;
    const input = {
      key: 'aviso',
      description: 'aviso',
      statusKey: 'em_analise',
      kind: 'IN_APP',
      config: { title: 'Olá', body: 'Protocolo {{ protocolo }}' },
    };
    saved((await configurator.data(action, { id: example.typeId, input })).actionCreate);
    await using inbox = new TestStream<any>(member, 'subscription { inboxUpdates { title occurrence { id } } }');
    let landed: any;
    const landing = inbox.next().then((data) => (landed = data));
    // Nothing tells that it is open: what lands before then is not for it.
    const moved: string[] = [];
    while (!landed) {
      const { occurrence } = await open();
      moved.push(occurrence.id);
      await move(occurrence.id, 'em_analise');
    }
    const { inboxUpdates } = await landing;
    expect(inboxUpdates.title).toBe('Olá');
    expect(moved).toContain(inboxUpdates.occurrence.id);
  });
});

describe('a subscription', () => {
  it('is refused over HTTP', async () => {
    const { status, errors } = await attendant.execute('subscription { queueUpdates { kind } }');
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });
});
