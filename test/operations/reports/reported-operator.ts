import type { TestApp } from '../../kit/app.js';
import { withClient } from '../../kit/database.js';
import { hours, newCalendar } from '../business-calendars/calendar.js';
import { saved, userErrors } from '../workflow/example.js';

export interface StatusFlags {
  readonly id: string;
  readonly key: string;
  readonly typeId: string;
  readonly startsAttendance: boolean;
  readonly resolves: boolean;
  readonly closes: boolean;
  readonly pausesSla: boolean;
  readonly conclusive: boolean;
}

export interface ReportedOperator {
  readonly id: string;
  readonly slug: 'alfa' | 'beta';
  readonly zone: string;
  /** By id. */
  readonly statuses: ReadonlyMap<string, StatusFlags>;
  readonly typeIds: Readonly<Record<'reembolso' | 'ligacao' | 'cadastro' | 'via', string>>;
}

const status = (key: string, rest: object = {}) => ({
  key,
  internalDescription: key,
  externalDescription: key,
  color: '#1D4ED8',
  ...rest,
});

export const work = [
  status('aberto', { isDefault: true }),
  status('atendimento', { startsAttendance: true }),
  status('aguardando', { pausesSla: true }),
  status('deferido', { resolves: true }),
  status('pago', { resolves: true, closes: true }),
  status('cancelado', { closes: true }),
];

const types = [
  {
    key: 'reembolso',
    allowsAttendance: true,
    statuses: work,
    regulatoryKind: 'NON_ASSISTENTIAL',
    sla: { amount: 16, unit: 'BUSINESS_HOURS' },
  },
  {
    key: 'ligacao',
    allowsAttendance: true,
    statuses: work,
    sla: { amount: 1200, unit: 'MINUTES', metric: 'FIRST_RESPONSE' },
  },
  // Without a deadline, by a calendar of its own.
  { key: 'cadastro', allowsAttendance: true, statuses: work },
  {
    key: 'via',
    allowsAttendance: false,
    statuses: [status('emitida', { isDefault: true, resolves: true, closes: true })],
  },
] as const;

/** Neither the hours nor the zone nor the holidays of an operator that has chosen none. */
const shiftCalendar = {
  key: 'turnos',
  timeZone: 'America/Manaus',
  weeklyHours: ['MONDAY', 'WEDNESDAY', 'THURSDAY', 'SATURDAY'].flatMap((weekday) => [
    hours(weekday, '06:00', '11:30'),
    hours(weekday, '13:00', '24:00'),
  ]),
  holidays: [{ name: 'Aniversário de Manaus', date: '10-24' }],
};

/** What there is to report of: types with a deadline of either metric, with none, and a self-service. */
export async function configure(app: TestApp, slug: 'alfa' | 'beta', zone: string): Promise<ReportedOperator> {
  const id = app.operators[slug];
  await withClient(app.testDatabase.ownerUrl, (client) =>
    client.query('update operator set time_zone = $2 where id = $1', [id, zone]),
  );
  const configurator = await app.client('configurator', { operator: slug });
  const { protocolTypeCreate } = await configurator.data(
    `mutation { protocolTypeCreate(input: { key: "ans", name: "ANS", numbering: SEQUENTIAL }) { protocolType { id } ${userErrors} } }`,
  );
  const protocolTypeId = saved(protocolTypeCreate).protocolType.id;
  const { id: shifts } = await newCalendar(configurator, shiftCalendar);
  const statuses = new Map<string, StatusFlags>();
  const typeIds: Record<string, string> = {};
  for (const type of types) {
    const { occurrenceTypeCreate } = await configurator.data(
      `mutation ($input: OccurrenceTypeCreateInput!) { occurrenceTypeCreate(input: $input) {
        occurrenceType { id statuses { id key startsAttendance resolves closes pausesSla conclusive } } ${userErrors} } }`,
      {
        input: {
          ...type,
          ...(type.key === 'cadastro' && { businessCalendarId: shifts }),
          name: type.key,
          viewMode: 'REQUEST',
          protocolTypeId,
        },
      },
    );
    const { occurrenceType } = saved(occurrenceTypeCreate);
    typeIds[type.key] = occurrenceType.id;
    for (const one of occurrenceType.statuses) statuses.set(one.id, { ...one, typeId: occurrenceType.id });
  }
  return { id, slug, zone, statuses, typeIds: typeIds as ReportedOperator['typeIds'] };
}
