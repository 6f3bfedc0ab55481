import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open } from './change.js';
import { type Desk, openDesk } from './desk.js';
import { reconfigureStatus, reconfigureType } from './reconfigure.js';

// 10:00 in Brasília, two days before 20 November.
const morning = '2026-11-18T13:00:00.000Z';
const basis = { reason: 'Fora da cobertura', provision: 'Cláusula 12' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: morning });
  await configureType({ sla: { amount: 20, unit: 'MINUTES' } });
  await reconfigureStatus(desk, 'pendente', { pausesSla: true });
  await reconfigureStatus(desk, 'negado', { conclusive: true });
});
afterAll(() => desk[Symbol.asyncDispose]());

const configureType = (input: object) => reconfigureType(desk, input);

async function clocks(client: TestClient, id: string) {
  const fields = 'state dueAt remainingMinutes';
  const { occurrence } = await client.data(
    `query ($id: ID!) { occurrence(id: $id) { sla { ${fields} explanation } regulatoryAnswer { ${fields} explanation } } }`,
    { id },
  );
  return occurrence;
}

const at = (time: string) => desk.app.clock.set(`2026-11-18T${time}:00.000-03:00`);
const move = (id: string, statusKey: string, rest: object = {}) =>
  done(desk.carla, 'occurrenceChangeStatus', id, { statusKey, ...rest });

describe('the deadlines of an occurrence', () => {
  it('begin with it: the operator’s by its policy, the regulator’s by its kind, each explained', async () => {
    at('10:00');
    const { id } = await open(desk.ana);
    expect(await clocks(desk.carla, id)).toEqual({
      sla: {
        state: 'ON_TRACK',
        dueAt: '2026-11-18T13:20:00.000Z',
        remainingMinutes: 20,
        explanation:
          'Prazo da operadora: 20 minutos até a resolução. Contado de 18/11/2026 10:00 a 18/11/2026 10:20, fuso America/Sao_Paulo. Sem pausas.',
      },
      regulatoryAnswer: {
        state: 'ON_TRACK',
        dueAt: '2026-12-01T02:59:59.999Z',
        // Seven days, and what is left of this one.
        remainingMinutes: 7 * 1440 + 14 * 60 - 1,
        explanation:
          'Resposta exigida pela RN 623/2024: em até 7 dias úteis a partir do dia útil seguinte ao pedido. ' +
          'Contado de 18/11/2026 10:00 a 30/11/2026 23:59, fuso America/Sao_Paulo. Dias úteis: segunda a sexta. ' +
          'Feriados não contados: Dia Nacional de Zumbi e da Consciência Negra (20/11/2026). O prazo não se suspende.',
      },
    });
  });

  it('are the regulator’s alone for the member, who sees nothing of the operator’s own', async () => {
    at('10:00');
    const { id } = await open(desk.ana);
    expect(await clocks(desk.ana, id)).toMatchObject({ sla: null, regulatoryAnswer: { state: 'ON_TRACK' } });
  });

  it('go their ways: a pause stops the operator’s, an answer both, reopening has the operator’s go on', async () => {
    at('10:00');
    const { id } = await open(desk.ana);
    await done(desk.carla, 'occurrenceStartAttendance', id);
    at('10:05');
    await move(id, 'pendente', { comment: 'Falta um recibo' });
    at('10:25');
    expect(await clocks(desk.carla, id)).toMatchObject({
      sla: { state: 'PAUSED', dueAt: '2026-11-18T13:20:00.000Z', remainingMinutes: 15 },
      regulatoryAnswer: { state: 'ON_TRACK' },
    });
    await move(id, 'em_analise');
    expect(await clocks(desk.carla, id)).toMatchObject({
      sla: { state: 'ON_TRACK', dueAt: '2026-11-18T13:40:00.000Z', remainingMinutes: 15 },
    });
    at('10:30');
    await move(id, 'negado', { denialBasis: basis });
    at('10:35');
    expect(await clocks(desk.carla, id)).toMatchObject({
      sla: { state: 'MET', dueAt: '2026-11-18T13:40:00.000Z', remainingMinutes: null },
      regulatoryAnswer: { state: 'MET', remainingMinutes: null },
    });
    await move(id, 'cancelado');
    await done(desk.paulo, 'occurrenceReopen', id);
    expect(await clocks(desk.carla, id)).toMatchObject({
      sla: { state: 'ON_TRACK', dueAt: '2026-11-18T13:45:00.000Z', remainingMinutes: 10 },
      regulatoryAnswer: { state: 'MET' },
    });
    at('10:46');
    expect(await clocks(desk.carla, id)).toMatchObject({ sla: { state: 'BREACHED', remainingMinutes: -1 } });
  });

  const segments = `segments(first: $first, after: $after) {
    from to countedMinutes reason holiday status { key internalDescription externalDescription } }`;
  const course = async (client: TestClient, clock: 'sla' | 'regulatoryAnswer', id: string, page: object = {}) => {
    const { occurrence } = await client.data(
      `query ($id: ID!, $first: Int, $after: DateTime) {
        occurrence(id: $id) { ${clock} { countedMinutes ${segments} } } }`,
      { id, ...page },
    );
    return occurrence[clock];
  };

  it('tell what became of their time: what counted, what was paused by which status, a holiday by its name', async () => {
    at('10:00');
    const { id } = await open(desk.ana);
    await done(desk.carla, 'occurrenceStartAttendance', id);
    at('10:05');
    await move(id, 'pendente', { comment: 'Falta um recibo' });
    desk.app.clock.set('2026-11-18T10:25:30.000-03:00');
    await move(id, 'em_analise');
    desk.app.clock.set('2026-11-18T10:26:00.500-03:00');
    const rest = { holiday: null, status: null };
    expect(await course(desk.carla, 'sla', id)).toEqual({
      countedMinutes: 330_500 / 60_000,
      segments: [
        { from: morning, to: '2026-11-18T13:05:00.000Z', countedMinutes: 5, reason: 'COUNTED', ...rest },
        {
          from: '2026-11-18T13:05:00.000Z',
          to: '2026-11-18T13:25:30.000Z',
          countedMinutes: 0,
          reason: 'PAUSED',
          holiday: null,
          status: {
            key: 'pendente',
            internalDescription: 'pendente, por dentro',
            externalDescription: 'pendente, por fora',
          },
        },
        {
          from: '2026-11-18T13:25:30.000Z',
          to: '2026-11-18T13:26:00.500Z',
          countedMinutes: 30.5 / 60,
          reason: 'COUNTED',
          ...rest,
        },
      ],
    });
    // A Friday before a holiday on Monday.
    desk.app.clock.set('2026-10-09T10:00:00.000-03:00');
    const before = await open(desk.ana);
    desk.app.clock.set('2026-10-12T12:00:00.000-03:00');
    expect(await course(desk.ana, 'regulatoryAnswer', before.id)).toEqual({
      countedMinutes: 14 * 60,
      segments: [
        {
          from: '2026-10-09T13:00:00.000Z',
          to: '2026-10-10T03:00:00.000Z',
          countedMinutes: 840,
          reason: 'COUNTED',
          ...rest,
        },
        {
          from: '2026-10-10T03:00:00.000Z',
          to: '2026-10-12T03:00:00.000Z',
          countedMinutes: 0,
          reason: 'OUTSIDE_HOURS',
          ...rest,
        },
        {
          from: '2026-10-12T03:00:00.000Z',
          to: '2026-10-12T15:00:00.000Z',
          countedMinutes: 0,
          reason: 'HOLIDAY',
          holiday: 'Nossa Senhora Aparecida',
          status: null,
        },
      ],
    });
  });

  it('tell of years page by page, a hundred stretches at the most, none missing and none twice', async () => {
    const opened = '2016-11-18T13:00:00.000Z';
    desk.app.clock.set(opened);
    const { id } = await open(desk.ana);
    at('10:00');
    const { countedMinutes } = await course(desk.carla, 'regulatoryAnswer', id, { first: 1 });
    const all: { from: string; to: string; countedMinutes: number }[] = [];
    for (let after: string | null = null; ; after = all.at(-1)!.to) {
      const page: typeof all = (await course(desk.carla, 'regulatoryAnswer', id, { first: 100, after })).segments;
      if (page.length === 0) break;
      expect(page.length === 100 || page.at(-1)!.to === morning).toBe(true);
      all.push(...page);
    }
    expect(all.length).toBeGreaterThan(1_000);
    expect(all.map(({ from }) => from)).toEqual([opened, ...all.slice(0, -1).map(({ to }) => to)]);
    expect(all.reduce((sum, segment) => sum + segment.countedMinutes, 0)).toBe(countedMinutes);
    expect((await course(desk.carla, 'regulatoryAnswer', id)).segments).toHaveLength(20);
    await expect(course(desk.carla, 'regulatoryAnswer', id, { first: 101 })).rejects.toThrow(/1 to 100/);
  });

  it('of the regulator are another once a supervisor names another kind, and none where there is none', async () => {
    at('10:00');
    const { id } = await open(desk.ana);
    const becomes = (regulatoryKind: string | null) =>
      done(desk.paulo, 'occurrenceUpdate', id, { regulatoryKind, reason: 'Risco' });
    await becomes('URGENT');
    expect(await clocks(desk.carla, id)).toMatchObject({
      regulatoryAnswer: { state: 'AT_RISK', dueAt: '2026-11-19T02:59:59.999Z', remainingMinutes: 14 * 60 - 1 },
    });
    await becomes(null);
    expect(await clocks(desk.carla, id)).toMatchObject({ regulatoryAnswer: null });
    await becomes('ASSISTENTIAL_OTHER');
    expect(await clocks(desk.carla, id)).toMatchObject({ regulatoryAnswer: { dueAt: '2026-11-27T02:59:59.999Z' } });
  });

  it('order lists by the earliest that runs', async () => {
    at('10:00');
    const urgent = (await open(desk.carla, { beneficiaryId: desk.ids.zoe, regulatoryKind: 'URGENT' })).id;
    const stopped = (await open(desk.carla, { beneficiaryId: desk.ids.zoe })).id;
    await move(stopped, 'cancelado');
    const soon = (await open(desk.carla, { beneficiaryId: desk.ids.zoe })).id;
    await move(urgent, 'cancelado');
    const { occurrences } = await desk.carla.data(
      'query ($filter: OccurrenceFilter) { occurrences(filter: $filter, orderBy: DUE_SOONEST) { nodes { id } } }',
      { filter: { beneficiaryId: desk.ids.zoe } },
    );
    // Closing leaves the regulator's clock running.
    expect(occurrences.nodes.map(({ id }: { id: string }) => id)).toEqual([soon, urgent, stopped]);
  });

  it('are promises: what is configured later changes none that was made', async () => {
    at('10:00');
    const before = await open(desk.ana);
    await configureType({ sla: null, regulatoryKind: null });
    expect(await clocks(desk.carla, before.id)).toMatchObject({
      sla: { dueAt: '2026-11-18T13:20:00.000Z' },
      regulatoryAnswer: { dueAt: '2026-12-01T02:59:59.999Z' },
    });
    expect(await clocks(desk.carla, (await open(desk.ana)).id)).toEqual({ sla: null, regulatoryAnswer: null });
  });
});
