import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../src/modules/occurrences/index.js';
import { InProcessBus } from '../../src/platform/events/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { withClient } from '../kit/database.js';
import { times } from '../kit/faults.js';
import { scriptedChannel } from '../kit/scripted-channel.js';
import { TestStream } from '../kit/stream.js';
import { open } from '../operations/occurrences/change.js';
import { type Desk, openDesk } from '../operations/occurrences/desk.js';
import { saved } from '../operations/workflow/example.js';

const openTimedDesk = async (live: boolean): Promise<Desk> => {
  const desk = await openDesk({
    now: '2026-11-18T13:00:00.000Z',
    ...(live && { work: { channels: [scriptedChannel('HOOK')] } }),
  });
  const { occurrenceTypeUpdate } = await desk.configurator.data(
    `mutation ($id: ID!) { occurrenceTypeUpdate(id: $id, input: { sla: { amount: 20, unit: MINUTES } }) {
       userErrors { code path message } } }`,
    { id: desk.typeId },
  );
  saved(occurrenceTypeUpdate);
  return desk;
};

describe('a worker that runs', () => {
  let desk: Desk;
  beforeAll(async () => void (desk = await openTimedDesk(true)));
  afterAll(() => desk[Symbol.asyncDispose]());

  it('tells the panel within two seconds of the instant: what enters its filter, and its counters', async () => {
    const { id } = await open(desk.ana);
    await using updates = new TestStream<any>(
      desk.carla,
      `subscription { update: queueUpdates(filter: { slaStates: [AT_RISK, BREACHED] }) { kind occurrenceId
         occurrence { sla { state } } event { ... on OccurrenceSlaStateChanged { clock previousState state } } } }`,
    );
    await using counters = new TestStream<any>(
      desk.carla,
      'subscription { counters: queueCounters { bySlaState { state count } } }',
    );
    expect((await updates.next()).update.kind).toBe('READY');
    expect((await counters.next()).counters.bySlaState).toEqual([{ state: 'ON_TRACK', count: 1 }]);
    for (const [instant, previousState, state, kind] of [
      ['2026-11-18T13:16:00.000Z', 'ON_TRACK', 'AT_RISK', 'ENTERED'],
      ['2026-11-18T13:20:00.001Z', 'AT_RISK', 'BREACHED', 'UPDATED'],
    ] as const) {
      desk.app.clock.set(instant);
      const since = performance.now();
      const { update } = await updates.until((data) => data.update.event?.clock === 'SLA');
      expect(performance.now() - since).toBeLessThan(2_000);
      const event = { clock: 'SLA', previousState, state };
      expect(update).toEqual({ kind, occurrenceId: id, occurrence: { sla: { state } }, event });
      expect((await counters.next()).counters.bySlaState).toEqual([{ state, count: 1 }]);
    }
  });
});

describe('a pass over what is open', () => {
  let desk: Desk;
  beforeAll(async () => void (desk = await openTimedDesk(false)));
  afterAll(() => desk[Symbol.asyncDispose]());

  it('costs what is due costs, however much is open, and finds it by the index', { timeout: 200_000 }, async () => {
    const { app } = desk;
    const { id } = await open(desk.ana);
    const log = createLogger('silent');
    const present = async () => new Date('2026-11-18T13:16:00.000Z');
    const passMs = async () => {
      const since = performance.now();
      const told = await sweep({ database: app.database, bus: new InProcessBus(), log, present });
      return { told, ms: performance.now() - since };
    };
    const figures: Record<string, number> = {};
    await withClient(app.testDatabase.ownerUrl, async (client) => {
      await client.query(`update occurrence set state_changes_at = '2026-11-20T00:00Z' where id = '${id}'`);
      let opened = 1;
      for (const size of [1_000, times(5_000, 100_000)]) {
        await client.query('set session_replication_role = replica');
        for (const [table, key] of [
          ['occurrence', 'id'],
          ['occurrence_event', 'occurrence_id'],
        ] as const) {
          const { rows } = await client.query<{ columns: string }>(
            `select string_agg(quote_ident(attname::text), ', ') as columns from pg_attribute
              where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
            [table],
          );
          const columns = rows[0]!.columns;
          const values = columns
            .split(', ')
            .map((column) =>
              column === key || column === 'id'
                ? `c.${column} || '_' || n`
                : column === 'sequence'
                  ? `n + ${size * 100}`
                  : `c.${column}`,
            )
            .join(', ');
          await client.query(
            `insert into ${table} (${columns}) select ${values} from ${table} c, generate_series(${opened}, ${size - 1}) n
              where c.${key} = '${id}'`,
          );
        }
        opened = size;
        await client.query(`update operator_log set last_sequence = last_sequence + ${size * 200}`);
        await client.query('set session_replication_role = origin');
        await client.query('analyze occurrence');
        for (const due of [0, 100, 1_000]) {
          await client.query(
            `update occurrence set sla_state = 'ON_TRACK', state_changes_at = '2026-11-18T13:16Z' where id in (
               select id from occurrence where id like '${id}\\_%' limit ${due})`,
          );
          const { told, ms } = await passMs();
          expect(told).toBeGreaterThanOrEqual(Math.min(due, 500));
          expect(told).toBeLessThanOrEqual(due);
          if (told < due) figures[`${size} open, rest`] = (await passMs()).ms;
          figures[`${size} open, ${due} due`] = ms;
        }
      }
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select o.operator_id, o.id from occurrence o where o.state_changes_at <= '2026-11-18T13:16Z'`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('occurrence_state_changes');
      const largest = times(5_000, 100_000);
      expect(figures[`${largest} open, 0 due`]).toBeLessThan(200);
    });
    process.stdout.write(`passes: ${JSON.stringify(figures)}\n`);
  });
});
