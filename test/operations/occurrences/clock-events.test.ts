import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Migration20261124233000_clock_states } from '../../../migrations/Migration20261124233000_clock_states.js';
import { sweep } from '../../../src/modules/occurrences/index.js';
import { InProcessBus } from '../../../src/platform/events/index.js';
import { createLogger } from '../../../src/platform/observability/logger.js';
import { createMetrics } from '../../../src/platform/observability/metrics.js';
import type { TestClient } from '../../kit/client.js';
import { withClient } from '../../kit/database.js';
import { saved } from '../workflow/example.js';
import { done, open } from './change.js';
import { type Desk, openDesk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-18T13:00:00.000Z' });
  const { configurator, typeId, statuses } = desk;
  const configure = async (mutation: string, input: string, id: string, given: object) => {
    const text = `mutation ($id: ID!, $input: ${input}!) { ${mutation}(id: $id, input: $input) { userErrors { code path message } } }`;
    saved((await configurator.data(text, { id, input: given }))[mutation]);
  };
  await configure('occurrenceTypeUpdate', 'OccurrenceTypeUpdateInput', typeId, {
    sla: { amount: 20, unit: 'MINUTES' },
  });
  await configure('statusUpdate', 'StatusUpdateInput', statuses['pendente']!, { pausesSla: true });
});
afterAll(() => desk[Symbol.asyncDispose]());

const at = (time: string) => desk.app.clock.set(`2026-11-18T${time}-03:00`);
/** What was told of before the database's own time had come. */
const toldAhead: string[] = [];
const metrics = createMetrics();
const log = createLogger('silent');

/** What a worker does once a second, by the desk's clock unless by another. */
const pass = (present: () => Date = () => desk.app.clock.now()) =>
  sweep({ database: desk.app.database, bus: new InProcessBus(), log, metrics, present: async () => present() });

const told = async (client: TestClient, id: string) => {
  const { occurrence } = await client.data(
    `query ($id: ID!) { occurrence(id: $id) { history(first: 50) { nodes {
       version occurredAt actor ... on OccurrenceSlaStateChanged { clock state previousState } } } } }`,
    { id },
  );
  return occurrence.history.nodes.filter(({ clock }: { clock?: string }) => clock !== undefined);
};

const ids = async (client: TestClient, filter: object, list = 'occurrences') =>
  (
    await client.data(
      `query ($filter: OccurrenceFilter) { list: ${list}(filter: $filter, first: 100) { nodes { id } } }`,
      { filter },
    )
  ).list.nodes.map(({ id }: { id: string }) => id);

describe('what time does to the clocks', () => {
  it('is told once, by the product, as versions of their own; lists, counters and the clock itself agree', async () => {
    at('10:00:00.000');
    const { id } = await open(desk.ana);
    toldAhead.push(id);
    at('10:15:59.999');
    expect(await pass()).toBe(0);
    at('10:16:00.000');
    expect([await pass(), await pass()]).toEqual([1, 0]);
    at('10:20:00.000');
    expect(await pass()).toBe(0);
    at('10:20:00.001');
    expect([await pass(), await pass()]).toEqual([1, 0]);
    const event = { actor: 'Sistema', clock: 'SLA' };
    expect(await told(desk.carla, id)).toEqual([
      { ...event, version: 2, occurredAt: '2026-11-18T13:16:00.000Z', previousState: 'ON_TRACK', state: 'AT_RISK' },
      { ...event, version: 3, occurredAt: '2026-11-18T13:20:00.001Z', previousState: 'AT_RISK', state: 'BREACHED' },
    ]);
    expect(await ids(desk.carla, { slaStates: ['BREACHED'] })).toEqual([id]);
    expect(await ids(desk.carla, { slaStates: ['ON_TRACK', 'AT_RISK', 'MET', 'PAUSED'] })).toEqual([]);
    const { occurrenceCounters } = await desk.carla.data(
      '{ occurrenceCounters { total bySlaState { state count } byRegulatoryState { state count } } }',
    );
    expect(occurrenceCounters).toEqual({
      total: 1,
      bySlaState: [{ state: 'BREACHED', count: 1 }],
      byRegulatoryState: [{ state: 'ON_TRACK', count: 1 }],
    });
    const { values } = await metrics.clockEventLateness.get();
    expect(values.find(({ metricName }) => metricName?.endsWith('_count'))).toMatchObject({ value: 2 });
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
  });

  it('is kept from members where it is the operator’s own, whom their filter finds nothing by; the regulator’s is theirs', async () => {
    at('10:00:00.000');
    const { id } = await open(desk.zoe, { beneficiaryId: desk.ids.zoe });
    toldAhead.push(id);
    at('10:30:00.000');
    expect(await pass()).toBe(1);
    const every = ['ON_TRACK', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET'];
    expect(await told(desk.zoe, id)).toEqual([]);
    expect(await ids(desk.zoe, { slaStates: every }, 'myOccurrences')).toEqual([]);
    expect(await ids(desk.zoe, { regulatoryStates: ['ON_TRACK'] }, 'myOccurrences')).toEqual([id]);
    await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    // Closed without an answer: the operator's clock has stopped, the regulator's goes on.
    // As that of the test before, which is closed likewise.
    expect(await pass(() => new Date('2026-12-02T13:00:00.000Z'))).toBe(2);
    expect(await told(desk.zoe, id)).toMatchObject([
      { clock: 'REGULATORY', previousState: 'ON_TRACK', state: 'BREACHED', actor: 'Sistema' },
    ]);
    expect(await told(desk.carla, id)).toHaveLength(2);
  });

  it('is no more told of what stands still, nor a second time of what a change has told', async () => {
    at('10:00:00.000');
    const { id } = await open(desk.ana);
    at('10:17:00.000');
    await done(desk.carla, 'occurrenceStartAttendance', id);
    const { cursor } = await done(desk.carla, 'occurrenceChangeStatus', id, {
      statusKey: 'pendente',
      comment: 'Falta',
    });
    expect(cursor).not.toBeNull();
    at('10:45:00.000');
    expect(await pass()).toBe(0);
    expect(await ids(desk.carla, { slaStates: ['PAUSED'] })).toEqual([id]);
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'em_analise' });
    // Three of the twenty minutes were left, and less than a fifth of them is.
    expect(await ids(desk.carla, { slaStates: ['AT_RISK'] })).toEqual([id]);
    at('10:48:00.001');
    expect(await pass()).toBe(1);
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    expect(await ids(desk.carla, { slaStates: ['BREACHED'] })).toContain(id);
  });

  it('is told once each by four workers at once, of all that came due while none ran', async () => {
    at('10:00:00.000');
    const opened: string[] = [];
    for (let count = 0; count < 100; count += 1) opened.push((await open(desk.ana)).id);
    at('10:30:00.000');
    const counts = await Promise.all([pass(), pass(), pass(), pass()]);
    let rest = 0;
    for (let more = await pass(); more > 0; more = await pass()) rest += more;
    expect(counts.reduce((sum, each) => sum + each, rest)).toBe(100);
    const events = await withClient(desk.app.testDatabase.ownerUrl, (client) =>
      client.query(
        `select occurrence_id, payload ->> 'from' as was, payload ->> 'to' as is, version from occurrence_event
          where kind = 'SLA_STATE_CHANGED' and occurrence_id = any($1) order by occurrence_id`,
        [opened],
      ),
    );
    expect(events.rows).toEqual(
      opened.toSorted().map((occurrence_id) => ({ occurrence_id, was: 'ON_TRACK', is: 'BREACHED', version: 2 })),
    );
  });

  it('is judged by the database’s time: a process whose clock is five minutes ahead tells nothing early, and nothing twice', async () => {
    const { clock, database } = desk.app;
    const byDatabase = { database, bus: new InProcessBus(), log, present: () => database.present() };
    const present = await database.present();
    const minutes = (count: number) => new Date(present.getTime() + count * 60_000);
    // At risk after sixteen minutes: one in two minutes, when the clock that is ahead has passed that; one by now.
    clock.set(minutes(-14));
    const ana = await desk.app.client('beneficiary', { subject: 'ana' });
    const carla = await desk.app.client('attendant', { subject: 'carla' });
    const soon = await open(ana);
    clock.set(minutes(-16));
    const due = await open(ana);
    toldAhead.push(soon.id, due.id);
    clock.set(minutes(5));
    const slaState = async (id: string) =>
      (await told(carla, id)).map(({ clock: which, state }: { clock: string; state: string }) => `${which} ${state}`);
    await Promise.all([sweep(byDatabase), sweep(byDatabase)]);
    await sweep(byDatabase);
    expect([await slaState(soon.id), await slaState(due.id)]).toEqual([[], ['SLA AT_RISK']]);
    // One that goes by its own clock, whatever that is, tells early; and the others do not tell it again.
    await pass();
    await sweep(byDatabase);
    expect([await slaState(soon.id), await slaState(due.id)]).toEqual([
      ['SLA AT_RISK'],
      ['SLA AT_RISK', 'SLA BREACHED'],
    ]);
  });

  it('was kept for what was there before, as the product would have told it', async () => {
    const select =
      'select id, sla_state, regulatory_state, state_changes_at from occurrence where id <> all($1) order by id';
    const migration = new Migration20261124233000_clock_states(...([] as unknown as [never, never]));
    migration.up();
    const backfill = migration
      .getQueries()
      .map(String)
      .filter((text) => text.startsWith('update occurrence'));
    expect(backfill).toHaveLength(3);
    const { clock, database } = desk.app;
    const present = await database.present();
    const minutesAgo = (count: number) => clock.set(new Date(present.getTime() - count * 60_000));
    minutesAgo(17);
    const ana = await desk.app.client('beneficiary', { subject: 'ana' });
    const carla = await desk.app.client('attendant', { subject: 'carla' });
    const [, paused, met] = [await open(ana), await open(ana), await open(ana)];
    minutesAgo(1);
    await open(ana);
    await done(carla, 'occurrenceStartAttendance', paused.id);
    await done(carla, 'occurrenceChangeStatus', paused.id, { statusKey: 'pendente', comment: 'Falta' });
    await done(carla, 'occurrenceChangeStatus', met.id, { statusKey: 'cancelado' });
    // By the time of the database, which is what the statements go by.
    await sweep({
      database: desk.app.database,
      bus: new InProcessBus(),
      log,
      present: () => desk.app.database.present(),
    });
    await withClient(desk.app.testDatabase.ownerUrl, async (client) => {
      const { rows: kept } = await client.query(select, [toldAhead]);
      await client.query('update occurrence set sla_state = null, regulatory_state = null, state_changes_at = null');
      for (const text of backfill) await client.query(text);
      const { rows: filled } = await client.query(select, [toldAhead]);
      expect(filled).toEqual(kept);
      const states = kept.map(({ sla_state }) => sla_state as string);
      expect(new Set(states)).toEqual(new Set(['ON_TRACK', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET']));
    });
  });
});
