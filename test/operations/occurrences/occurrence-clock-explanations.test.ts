import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open } from './change.js';
import { type Desk, openDesk } from './desk.js';
import { reconfigureStatus, reconfigureType } from './reconfigure.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: '2026-10-16T12:00:00.000Z' });
  await reconfigureType(desk, { sla: { amount: 3, unit: 'BUSINESS_DAYS' } });
  await reconfigureStatus(desk, 'pendente', { pausesSla: true });
  await reconfigureStatus(desk, 'negado', { conclusive: true });
});
afterAll(() => desk[Symbol.asyncDispose]());

const at = (time: string) => desk.app.clock.set(`${time}:00.000-03:00`);
const move = (id: string, statusKey: string, rest: object = {}) =>
  done(desk.carla, 'occurrenceChangeStatus', id, { statusKey, ...rest });

/** In Portuguese and English; Portuguese is what is told where nothing is asked for. */
async function explained(client: TestClient, clock: 'sla' | 'regulatoryAnswer', id: string): Promise<string[]> {
  const { occurrence } = await client.data(
    `query ($id: ID!) { occurrence(id: $id) { ${clock} {
      explanation portuguese: explanation(language: PT) none: explanation(language: null) english: explanation(language: EN) } } }`,
    { id },
  );
  const { explanation, portuguese, none, english } = occurrence[clock];
  expect([portuguese, none]).toEqual([explanation, explanation]);
  return [explanation, english];
}

/** With a holiday on Monday the 12th, and a night in a status that pauses it. */
async function pausedOverNight(): Promise<string> {
  at('2026-10-08T10:00');
  const { id } = await open(desk.ana);
  await done(desk.carla, 'occurrenceStartAttendance', id);
  at('2026-10-13T15:00');
  await move(id, 'pendente', { comment: 'Falta um recibo' });
  at('2026-10-14T09:00');
  await move(id, 'em_analise');
  return id;
}

const portuguese =
  'Prazo da operadora: 3 dias úteis até a resolução. Contado de 08/10/2026 10:00 a 15/10/2026 23:59, fuso America/Sao_Paulo. ' +
  'Dias úteis: segunda a sexta. Feriados não contados: Nossa Senhora Aparecida (12/10/2026). ' +
  'Pausas: 13/10/2026 15:00 a 14/10/2026 09:00 (pendente, por dentro).';
const english =
  "The operator's own deadline: 3 business days until resolution. Counted from 2026-10-08 10:00 to 2026-10-15 23:59, time zone America/Sao_Paulo. " +
  'Business days: Monday to Friday. Holidays not counted: Nossa Senhora Aparecida (2026-10-12). ' +
  'Pauses: 2026-10-13 15:00 to 2026-10-14 09:00 (pendente, por dentro).';

describe('the explanation of a deadline', () => {
  it('of business days names the holiday and the pause that made it longer', async () => {
    const id = await pausedOverNight();
    at('2026-10-14T10:00');
    expect(await explained(desk.carla, 'sla', id)).toEqual([portuguese, english]);
  });

  it('that has passed says by how much, and where the time went', async () => {
    const id = await pausedOverNight();
    at('2026-10-16T06:00');
    expect(await explained(desk.carla, 'sla', id)).toEqual([
      `${portuguese} Atrasado em 6 h de tempo contado. Desde o início: 4 dias 2 h de tempo contado, ` +
        '18 h em pausa (pendente, por dentro 18 h), 2 dias em dias não úteis, 1 dia em feriados.',
      `${english} Late by 6 h of counted time. Since the start: 4 days 2 h of counted time, ` +
        '18 h paused (pendente, por dentro 18 h), 2 days on days that are no business days, 1 day on holidays.',
    ]);
    await move(id, 'negado', { denialBasis: { reason: 'Fora da cobertura', provision: 'Cláusula 12' } });
    at('2026-10-16T09:00');
    expect((await explained(desk.carla, 'sla', id))[1]).toContain(
      `${english} Met on 2026-10-16 06:00, late by 6 h of counted time. Since the start: 4 days 2 h of counted time, `,
    );
  });

  it('of an urgent answer is the day of the request, for the member as for staff', async () => {
    at('2026-10-12T22:15');
    const { id } = await open(desk.carla, { beneficiaryId: desk.ids.ana, regulatoryKind: 'URGENT' });
    const urgent = [
      'Resposta exigida pela RN 623/2024: imediata, até o fim do dia do pedido. ' +
        'Contado de 12/10/2026 22:15 a 12/10/2026 23:59, fuso America/Sao_Paulo. O prazo não se suspende.',
      'Answer demanded by RN 623/2024: at once, by the end of the day of the request. ' +
        'Counted from 2026-10-12 22:15 to 2026-10-12 23:59, time zone America/Sao_Paulo. It never pauses.',
    ];
    expect(await explained(desk.carla, 'regulatoryAnswer', id)).toEqual(urgent);
    expect(await explained(desk.ana, 'regulatoryAnswer', id)).toEqual(urgent);
    at('2026-10-14T01:30');
    expect(await explained(desk.ana, 'regulatoryAnswer', id)).toEqual([
      `${urgent[0]} Atrasado em 1 dia 1 h 30 min de tempo contado. Desde o início: 1 dia 1 h 30 min de tempo contado, 1 h 45 min em feriados.`,
      `${urgent[1]} Late by 1 day 1 h 30 min of counted time. Since the start: 1 day 1 h 30 min of counted time, 1 h 45 min on holidays.`,
    ]);
  });

  it('that was met says so, and when', async () => {
    at('2026-10-08T10:00');
    const { id } = await open(desk.ana);
    await done(desk.carla, 'occurrenceStartAttendance', id);
    at('2026-10-09T11:00');
    await move(id, 'negado', { denialBasis: { reason: 'Fora da cobertura', provision: 'Cláusula 12' } });
    at('2026-10-16T09:00');
    expect(await explained(desk.carla, 'sla', id)).toEqual([
      'Prazo da operadora: 3 dias úteis até a resolução. Contado de 08/10/2026 10:00 a 14/10/2026 23:59, fuso America/Sao_Paulo. ' +
        'Dias úteis: segunda a sexta. Feriados não contados: Nossa Senhora Aparecida (12/10/2026). Sem pausas. ' +
        'Cumprido no prazo, em 09/10/2026 11:00.',
      "The operator's own deadline: 3 business days until resolution. Counted from 2026-10-08 10:00 to 2026-10-14 23:59, time zone America/Sao_Paulo. " +
        'Business days: Monday to Friday. Holidays not counted: Nossa Senhora Aparecida (2026-10-12). No pauses. ' +
        'Met in time, on 2026-10-09 11:00.',
    ]);
    expect(await explained(desk.ana, 'regulatoryAnswer', id)).toEqual([
      'Resposta exigida pela RN 623/2024: em até 7 dias úteis a partir do dia útil seguinte ao pedido. ' +
        'Contado de 08/10/2026 10:00 a 20/10/2026 23:59, fuso America/Sao_Paulo. Dias úteis: segunda a sexta. ' +
        'Feriados não contados: Nossa Senhora Aparecida (12/10/2026). O prazo não se suspende. ' +
        'Cumprido no prazo, em 09/10/2026 11:00.',
      'Answer demanded by RN 623/2024: within 7 business days, the first being the one after the request. ' +
        'Counted from 2026-10-08 10:00 to 2026-10-20 23:59, time zone America/Sao_Paulo. Business days: Monday to Friday. ' +
        'Holidays not counted: Nossa Senhora Aparecida (2026-10-12). It never pauses. ' +
        'Met in time, on 2026-10-09 11:00.',
    ]);
  });
});
