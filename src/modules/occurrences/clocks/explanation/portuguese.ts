import type { RegulatoryKind, SlaUnit } from '../../../workflow/model.js';
import type { Words } from './words.js';

const units: Readonly<Record<SlaUnit, readonly [string, string]>> = {
  MINUTES: ['minuto', 'minutos'],
  HOURS: ['hora', 'horas'],
  DAYS: ['dia corrido', 'dias corridos'],
  BUSINESS_HOURS: ['hora útil', 'horas úteis'],
  BUSINESS_DAYS: ['dia útil', 'dias úteis'],
};

const answers: Readonly<Record<RegulatoryKind, string>> = {
  URGENT: 'imediata, até o fim do dia do pedido',
  ASSISTENTIAL_OTHER: 'em até 5 dias úteis a partir do dia útil seguinte ao pedido',
  HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION: 'em até 10 dias úteis a partir do dia útil seguinte ao pedido',
  NON_ASSISTENTIAL: 'em até 7 dias úteis a partir do dia útil seguinte ao pedido',
  OMBUDSMAN_REANALYSIS: 'em até 7 dias úteis a partir do dia útil seguinte ao pedido de reanálise',
};

export const portuguese: Words = {
  formats: { day: 'dd/LL/yyyy', instant: 'dd/LL/yyyy HH:mm' },
  weekdays: ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'],
  and: 'e',
  to: 'a',
  now: 'agora',
  days: (count) => `${count} ${count === 1 ? 'dia' : 'dias'}`,
  lessThanAMinute: 'menos de 1 min',
  more: (count) => `mais ${count}`,

  ownDeadline: ({ amount, unit, metric }) =>
    `Prazo da operadora: ${amount} ${units[unit][amount === 1 ? 0 : 1]} até ${metric === 'RESOLUTION' ? 'a resolução' : 'a primeira resposta'}.`,
  answer: (kind) => `Resposta exigida pela RN 623/2024: ${answers[kind]}.`,
  span: (from, to, zone) => `Contado de ${from} a ${to}, fuso ${zone}.`,
  openHours: (week) => `Expediente: ${week}.`,
  businessDays: (week) => `Dias úteis: ${week}.`,
  holidays: (names) => `Feriados não contados: ${names}.`,
  noHolidays: 'Sem feriados no período.',
  pauses: (spans) => `Pausas: ${spans}.`,
  noPauses: 'Sem pausas.',
  neverPauses: 'O prazo não se suspende.',

  late: (by) => `Atrasado em ${by} de tempo contado.`,
  metLate: (at, by) => `Cumprido em ${at}, com atraso de ${by} de tempo contado.`,
  met: (at) => `Cumprido no prazo, em ${at}.`,
  course: (parts) => `Desde o início: ${parts}.`,
  counted: (time) => `${time} de tempo contado`,
  paused: (time) => `${time} em pausa`,
  outside: (time, counting) => `${time} ${counting === 'BUSINESS_HOURS' ? 'fora do expediente' : 'em dias não úteis'}`,
  onHolidays: (time) => `${time} em feriados`,
};
