import { describe, expect, it } from 'vitest';
import { type Calendar, usualCalendar } from '../../../calendar/index.js';
import type { SlaPolicy } from '../../../workflow/model.js';
import { sampleState } from '../../samples.fixture.js';
import { answerView, slaView } from '../clock-view.js';
import { regulatoryAnswer } from '../regulatory-answer.js';
import { slaAfter, startSla } from '../sla.js';

const calendar = usualCalendar('America/Sao_Paulo');
const at = (local: string): Date => new Date(`${local}-03:00`);
const policy = (differences: Partial<SlaPolicy>): SlaPolicy => ({
  amount: 2,
  unit: 'HOURS',
  metric: 'RESOLUTION',
  warnAtPercent: 80,
  ...differences,
});
const nameOf = (statusId: string) => ({ sta_pendente: 'Pendente', sta_junta: 'Junta médica' })[statusId] ?? null;

const explained = (sla: ReturnType<typeof startSla>, when: string, language: 'PT' | 'EN' = 'PT') =>
  slaView({ sla }, at(when))!.explain({ language, nameOf });

const started = (differences: Partial<SlaPolicy>, opened: string, by: Calendar = calendar) =>
  startSla(policy(differences), by, at(opened));
const running = { stopped: false, paused: false, statusId: 'sta_analise' };
const pausedIn = (statusId: string) => ({ ...running, paused: true, statusId });

describe('what the operator promised is explained', () => {
  it('with its pauses by the names of their statuses, and without where that was not kept', () => {
    let sla = slaAfter(started({}, '2025-07-01T10:00'), pausedIn('sta_pendente'), at('2025-07-01T10:30'));
    sla = slaAfter(sla, pausedIn('sta_junta'), at('2025-07-01T11:00'));
    sla = slaAfter(sla, running, at('2025-07-01T12:00'));
    sla = slaAfter(sla, pausedIn('sta_removido'), at('2025-07-01T12:10'));
    expect(explained(sla, '2025-07-01T12:20')).toBe(
      'Prazo da operadora: 2 horas até a resolução. Contado de 01/07/2025 10:00 a 01/07/2025 13:30, fuso America/Sao_Paulo. ' +
        'Pausas: 01/07/2025 10:30 a 01/07/2025 11:00 (Pendente); 01/07/2025 11:00 a 01/07/2025 12:00 (Junta médica); 01/07/2025 12:10 a agora.',
    );
  });

  it('by its first response, in calendar days, without a calendar that does not matter', () => {
    const sla = started({ amount: 1, unit: 'DAYS', metric: 'FIRST_RESPONSE' }, '2025-07-01T10:00');
    expect(explained(sla, '2025-07-01T12:00', 'EN')).toBe(
      "The operator's own deadline: 1 calendar day until the first response. " +
        'Counted from 2025-07-01 10:00 to 2025-07-02 23:59, time zone America/Sao_Paulo. No pauses.',
    );
  });

  it('with the hours of its week, days that are alike together', () => {
    const week = [
      ...[0, 1, 2, 3, 4].map(() => [
        { from: 480, until: 720 },
        { from: 780, until: 1110 },
      ]),
      [{ from: 540, until: 720 }],
      [{ from: 0, until: 1440 }],
    ];
    const sla = started({ unit: 'BUSINESS_HOURS' }, '2025-07-01T10:00', { ...calendar, week });
    expect(explained(sla, '2025-07-01T10:00')).toContain(
      ' Expediente: segunda a sexta, 08:00 a 12:00 e 13:00 a 18:30; sábado, 09:00 a 12:00; domingo, 00:00 a 24:00. Sem feriados no período. ',
    );
    const weekend = [[], [], [{ from: 480, until: 720 }], [], [], ...week.slice(5)];
    expect(
      explained(
        started({ unit: 'BUSINESS_DAYS' }, '2025-07-01T10:00', { ...calendar, week: weekend }),
        '2025-07-01T10:00',
      ),
    ).toContain(' Dias úteis: quarta, sábado e domingo. ');
  });

  it('once it is late with where the time went, longest pauses first', () => {
    let sla = slaAfter(
      started({ amount: 3, unit: 'BUSINESS_HOURS' }, '2026-04-20T16:00'),
      pausedIn('sta_pendente'),
      at('2026-04-20T16:30'),
    );
    sla = slaAfter(sla, pausedIn('sta_junta'), at('2026-04-20T16:45'));
    sla = slaAfter(sla, running, at('2026-04-20T17:30'));
    const late =
      'Expediente: segunda a sexta, 08:00 a 18:00. Feriados não contados: Tiradentes (21/04/2026). ' +
      'Pausas: 20/04/2026 16:30 a 20/04/2026 16:45 (Pendente); 20/04/2026 16:45 a 20/04/2026 17:30 (Junta médica). ' +
      'Atrasado em 11 h de tempo contado. ' +
      'Desde o início: 14 h de tempo contado, 1 h em pausa (Junta médica 45 min, Pendente 15 min), ' +
      '1 dia 4 h fora do expediente, 1 dia em feriados.';
    expect(explained(sla, '2026-04-23T11:00')).toBe(
      'Prazo da operadora: 3 horas úteis até a resolução. Contado de 20/04/2026 16:00 a 22/04/2026 10:00, fuso America/Sao_Paulo. ' +
        late,
    );
  });

  it('as late by less than a minute where nothing has counted since', () => {
    const sla = started({ amount: 1, unit: 'BUSINESS_DAYS' }, '2025-07-03T10:00');
    expect(explained(sla, '2025-07-05T12:00', 'EN')).toContain('Late by less than 1 min of counted time. ');
  });

  it('in a text that stays short: of many pauses ten, and how many more there are', () => {
    let sla = started({ amount: 200, unit: 'BUSINESS_DAYS' }, '2025-01-02T10:00');
    for (let minute = 10; minute < 36; minute += 2) {
      sla = slaAfter(sla, pausedIn('sta_pendente'), at(`2025-01-02T10:${minute}`));
      sla = slaAfter(sla, running, at(`2025-01-02T10:${minute + 1}`));
    }
    const text = explained(sla, '2025-01-02T11:00', 'EN');
    expect(text).toContain('; 2025-01-02 10:28 to 2025-01-02 10:29 (Pendente); 3 more.');
  });
});

describe('what the regulator demands is explained', () => {
  const answered = (opened: string, answeredAt: Date | null, when: string, kind: 'ASSISTENTIAL_OTHER' | 'URGENT') => {
    const state = { ...sampleState({ answeredAt }), regulatoryKind: kind };
    const deadline = regulatoryAnswer(kind, calendar, at(opened));
    return answerView({ ...state, regulatoryAnswer: deadline }, at(when))!.explain({ language: 'PT', nameOf });
  };

  it('with its holidays by their names', () => {
    expect(answered('2026-04-30T10:00', null, '2026-04-30T10:00', 'ASSISTENTIAL_OTHER')).toBe(
      'Resposta exigida pela RN 623/2024: em até 5 dias úteis a partir do dia útil seguinte ao pedido. ' +
        'Contado de 30/04/2026 10:00 a 08/05/2026 23:59, fuso America/Sao_Paulo. Dias úteis: segunda a sexta. ' +
        'Feriados não contados: Dia Mundial do Trabalho (01/05/2026). O prazo não se suspende.',
    );
  });

  it('without a calendar where it is due on the day itself, be that a holiday', () => {
    expect(answered('2026-05-01T10:00', at('2026-05-01T11:00'), '2026-05-04T10:00', 'URGENT')).toBe(
      'Resposta exigida pela RN 623/2024: imediata, até o fim do dia do pedido. ' +
        'Contado de 01/05/2026 10:00 a 01/05/2026 23:59, fuso America/Sao_Paulo. O prazo não se suspende. ' +
        'Cumprido no prazo, em 01/05/2026 11:00.',
    );
  });

  it('as met late once it was, by how much', () => {
    expect(answered('2026-04-30T10:00', at('2026-05-11T02:30'), '2026-05-20T10:00', 'ASSISTENTIAL_OTHER')).toContain(
      'O prazo não se suspende. Cumprido em 11/05/2026 02:30, com atraso de 2 h 30 min de tempo contado. ' +
        'Desde o início: 5 dias 16 h 30 min de tempo contado, 4 dias em dias não úteis, 1 dia em feriados.',
    );
  });
});
