import { DateTime } from 'luxon';
import { type Calendar, elapsed } from '../../calendar/index.js';
import type { RegulatoryKind, SlaPolicy, SlaUnit } from '../../workflow/model.js';
import type { Deadline } from './deadline.js';
import { countingOf, pausesOf, type Sla } from './sla.js';

// In the words of who reads it, hence in Portuguese.

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

export const explainAnswer = (kind: RegulatoryKind, deadline: Deadline): string =>
  [
    `Resposta exigida pela RN 623/2024: ${answers[kind]}.`,
    spanOf(deadline),
    holidaysIn({ ...deadline, counting: 'BUSINESS_DAYS', pauses: [] }),
    'O prazo não se suspende.',
  ].join(' ');

export function explainSla(sla: Sla): string {
  const counting = countingOf[sla.policy.unit];
  const pauses = pausesOf(sla);
  return [
    `Prazo da operadora: ${amountOf(sla.policy)} até ${sla.policy.metric === 'RESOLUTION' ? 'a resolução' : 'a primeira resposta'}.`,
    spanOf(sla),
    ...(counting === 'ALL' ? [] : [holidaysIn({ ...sla, counting, pauses })]),
    pauses.length === 0
      ? 'Sem pausas.'
      : `Pausas: ${pauses.map(({ from, until }) => `${shown(sla.calendar, from)} a ${until ? shown(sla.calendar, until) : 'agora'}`).join('; ')}.`,
  ].join(' ');
}

const amountOf = ({ amount, unit }: SlaPolicy): string => `${amount} ${units[unit][amount === 1 ? 0 : 1]}`;

const spanOf = ({ calendar, startedAt, dueAt }: Deadline): string =>
  `Contado de ${shown(calendar, new Date(startedAt))} a ${shown(calendar, new Date(dueAt))}, fuso ${calendar.zone}.`;

function holidaysIn({
  startedAt,
  dueAt,
  ...count
}: Pick<Deadline, 'calendar' | 'startedAt' | 'dueAt'> & Counted): string {
  const { calendar } = count;
  const segments = elapsed({ ...count, from: new Date(startedAt), until: new Date(dueAt) });
  const names = segments.flatMap(({ holiday, from }) =>
    holiday === null ? [] : [`${holiday} (${day(calendar, from)})`],
  );
  return names.length === 0 ? 'Sem feriados no período.' : `Feriados não contados: ${names.join(', ')}.`;
}

type Counted = Pick<Parameters<typeof elapsed>[0], 'counting' | 'pauses'>;

const local = ({ zone }: Calendar, instant: Date): DateTime => DateTime.fromJSDate(instant, { zone });
const day = (calendar: Calendar, instant: Date): string => local(calendar, instant).toFormat('dd/LL/yyyy');
const shown = (calendar: Calendar, instant: Date): string => local(calendar, instant).toFormat('dd/LL/yyyy HH:mm');
