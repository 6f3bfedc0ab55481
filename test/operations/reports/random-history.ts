import { Chance } from '../../../src/modules/occurrences/random-walk.fixture.js';
import { createAuthenticator } from '../../../src/modules/people/index.js';
import type { Role } from '../../../src/platform/auth/roles.js';
import { RequestContext } from '../../../src/platform/graphql/context.js';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { withClient } from '../../kit/database.js';
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

export interface HistoryOperator {
  readonly id: string;
  readonly slug: 'alfa' | 'beta';
  readonly zone: string;
  /** By id. */
  readonly statuses: ReadonlyMap<string, StatusFlags>;
  readonly typeIds: Readonly<Record<'reembolso' | 'ligacao' | 'cadastro' | 'via', string>>;
}

export interface RandomHistory extends AsyncDisposable {
  readonly app: TestApp;
  readonly operators: readonly HistoryOperator[];
}

const status = (key: string, rest: object = {}) => ({
  key,
  internalDescription: key,
  externalDescription: key,
  color: '#1D4ED8',
  ...rest,
});

const work = [
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
  { key: 'cadastro', allowsAttendance: true, statuses: work },
  {
    key: 'via',
    allowsAttendance: false,
    statuses: [status('emitida', { isDefault: true, resolves: true, closes: true })],
  },
] as const;

async function configure(app: TestApp, slug: 'alfa' | 'beta', zone: string): Promise<HistoryOperator> {
  const id = app.operators[slug];
  await withClient(app.testDatabase.ownerUrl, (client) =>
    client.query('update operator set time_zone = $2 where id = $1', [id, zone]),
  );
  const configurator = await app.client('configurator', { operator: slug });
  const { protocolTypeCreate } = await configurator.data(
    `mutation { protocolTypeCreate(input: { key: "ans", name: "ANS", numbering: SEQUENTIAL }) { protocolType { id } ${userErrors} } }`,
  );
  const protocolTypeId = saved(protocolTypeCreate).protocolType.id;
  const statuses = new Map<string, StatusFlags>();
  const typeIds: Record<string, string> = {};
  for (const type of types) {
    const { occurrenceTypeCreate } = await configurator.data(
      `mutation ($input: OccurrenceTypeCreateInput!) { occurrenceTypeCreate(input: $input) {
        occurrenceType { id statuses { id key startsAttendance resolves closes pausesSla conclusive } } ${userErrors} } }`,
      { input: { ...type, name: type.key, viewMode: 'REQUEST', protocolTypeId } },
    );
    const { occurrenceType } = saved(occurrenceTypeCreate);
    typeIds[type.key] = occurrenceType.id;
    for (const one of occurrenceType.statuses) statuses.set(one.id, { ...one, typeId: occurrenceType.id });
  }
  return { id, slug, zone, statuses, typeIds: typeIds as HistoryOperator['typeIds'] };
}

/**
 * Two operators in two zones at work for months, through the services: over the changes of clocks of both zones and over
 * holidays, with pauses, reopenings, closings without a resolution, and two attendants.
 */
export async function randomHistory(seed: number, { occurrences, steps }: { occurrences: number; steps: number }) {
  const start = new Date('2018-10-08T12:00:00Z');
  const app = await startTestApp({ now: start.toISOString() });
  const chance = new Chance(seed);
  const operators = [
    await configure(app, 'alfa', 'America/Sao_Paulo'),
    await configure(app, 'beta', 'America/New_York'),
  ];
  const authenticate = createAuthenticator(app.database, app.clock);
  const as = async (role: Role, subject: string, operatorSlug: string): Promise<RequestContext> => {
    const expiresAt = new Date(app.clock.now().getTime() + 3_600_000);
    const identity = { operatorSlug, subject, name: subject, roles: [role], scopes: [], claims: {}, expiresAt };
    const caller = await authenticate(identity);
    return new RequestContext({ database: app.database, clock: app.clock, caller });
  };
  const opened: { id: string; operator: HistoryOperator; typeKey: string }[] = [];
  const members = new Map<string, string>();
  const attendants: Record<string, string[]> = { alfa: [], beta: [] };
  for (const { slug } of operators) {
    for (const subject of ['carla', 'davi']) {
      await using ctx = await as('ATTENDANT', subject, slug);
      attendants[slug]!.push(ctx.caller.personId);
    }
    await using ana = await as('BENEFICIARY', 'ana', slug);
    members.set(slug, ana.caller.personId);
  }
  const { occurrences: service } = app.app.services;

  const open = async (): Promise<void> => {
    const operator = chance.is(0.7) ? operators[0]! : operators[1]!;
    const typeKey = chance.oneOf(['reembolso', 'reembolso', 'reembolso', 'ligacao', 'ligacao', 'cadastro', 'via']);
    await using ctx = await as('ATTENDANT', 'carla', operator.slug);
    const beneficiaryId = members.get(operator.slug)!;
    const { occurrence, problems } = await service.create(ctx, { typeKey, description: 'Pedido', beneficiaryId });
    if (!occurrence) throw new Error(JSON.stringify(problems));
    opened.push({ id: occurrence.id, operator, typeKey });
  };
  const act = async (): Promise<void> => {
    // Mostly of late, so that there is an end to most.
    const recent = opened.slice(-60);
    const { id, operator } = chance.oneOf(chance.is(0.9) ? recent : opened);
    const { slug, statuses } = operator;
    await using attendant = await as('ATTENDANT', chance.oneOf(['carla', 'davi']), slug);
    await using paulo = await as('SUPERVISOR', 'paulo', slug);
    const target = chance.oneOf([...statuses.values()].slice(0, work.length)).key;
    const what = chance.below(10);
    // What is refused leaves nothing behind.
    if (what < 3) await service.startAttendance(attendant, id);
    else if (what < 7) await service.changeStatus(attendant, id, { statusKey: target, comment: 'Pedido atendido.' });
    else if (what === 7) await service.assign(paulo, id, { attendantId: chance.oneOf([null, ...attendants[slug]!]) });
    else if (what === 8) await service.reopen(paulo, id);
    else {
      const regulatoryKind = chance.oneOf(['ASSISTENTIAL_OTHER', 'NON_ASSISTENTIAL', 'URGENT', null] as const);
      await service.update(paulo, id, { regulatoryKind, reason: 'Revisto' });
    }
  };
  const minutes = (5 * 30 * 24 * 60) / steps;
  for (let step = 0; step < steps; step++) {
    app.clock.advance((1 + chance.below(2 * minutes)) * 60_000);
    if (opened.length === 0 || chance.is(occurrences / steps)) await open();
    else await act();
  }
  app.clock.advance(7 * 60 * 60_000);
  return { app, operators, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() } satisfies RandomHistory;
}
