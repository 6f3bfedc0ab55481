import { Chance } from '../../../src/modules/occurrences/random-walk.fixture.js';
import { createAuthenticator } from '../../../src/modules/people/index.js';
import type { Role } from '../../../src/platform/auth/roles.js';
import { RequestContext } from '../../../src/platform/graphql/context.js';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { configure, type ReportedOperator, work } from './reported-operator.js';

export interface RandomHistory extends AsyncDisposable {
  readonly app: TestApp;
  readonly operators: readonly ReportedOperator[];
}

/** How many are at work at the same instant. */
const atOnce = 4;

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
  const opened: { id: string; operator: ReportedOperator }[] = [];
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

  const open = async (operator: ReportedOperator, typeKey: string): Promise<string> => {
    await using ctx = await as('ATTENDANT', 'carla', operator.slug);
    const beneficiaryId = members.get(operator.slug)!;
    const { occurrence, problems } = await service.create(ctx, { typeKey, description: 'Pedido', beneficiaryId });
    if (!occurrence) throw new Error(JSON.stringify(problems));
    opened.push({ id: occurrence.id, operator });
    return occurrence.id;
  };

  // Everything is drawn before anything is done: what chance gives does not hang on who is faster.
  const opening = () => {
    const operator = chance.is(0.7) ? operators[0]! : operators[1]!;
    const typeKey = chance.oneOf(['reembolso', 'reembolso', 'reembolso', 'ligacao', 'ligacao', 'cadastro', 'via']);
    return async (): Promise<void> => {
      await open(operator, typeKey);
    };
  };
  const move = () => {
    // Mostly of late, so that there is an end to most.
    const recent = opened.slice(-12);
    const { id, operator } = chance.oneOf(chance.is(0.9) ? recent : opened);
    const { slug, statuses } = operator;
    const subject = chance.oneOf(['carla', 'davi']);
    const statusKey = chance.oneOf([...statuses.values()].slice(0, work.length)).key;
    const attendantId = chance.oneOf([null, ...attendants[slug]!]);
    const regulatoryKind = chance.oneOf(['ASSISTENTIAL_OTHER', 'NON_ASSISTENTIAL', 'URGENT', null] as const);
    const what = chance.below(11);
    return async (): Promise<void> => {
      await using ctx = what < 7 ? await as('ATTENDANT', subject, slug) : await as('SUPERVISOR', 'paulo', slug);
      // What is refused leaves nothing behind.
      if (what < 3) await service.startAttendance(ctx, id);
      else if (what < 7) await service.changeStatus(ctx, id, { statusKey, comment: 'Pedido atendido.' });
      else if (what === 7) await service.assign(ctx, id, { attendantId });
      else if (what < 10) await service.reopen(ctx, id);
      else await service.update(ctx, id, { regulatoryKind, reason: 'Revisto' });
    };
  };
  const round = async (mostMinutes: number, openings: number): Promise<void> => {
    app.clock.advance((1 + chance.below(mostMinutes)) * 60_000);
    const drawn = Array.from({ length: atOnce }, () =>
      opened.length === 0 || chance.is(openings) ? opening() : move(),
    );
    await Promise.all(drawn.map((act) => act()));
  };
  const rounds = steps / atOnce;
  const minutes = (5 * 30 * 24 * 60) / rounds;
  // Days of work with days of rest between them, and at last a few on which much is opened, of which much is under way.
  for (let done = 0; done < rounds; done++) {
    await round(chance.is(0.8) ? minutes / 2 : 8 * minutes, occurrences / steps);
  }
  for (let done = 0; done < 40; done++) await round(360, 0.35);
  // Whatever chance gave: clocks that run, and some that stand still.
  for (let left = 6; left > 0; left--) {
    const id = await open(operators[0]!, 'reembolso');
    await using ctx = await as('ATTENDANT', 'davi', operators[0]!.slug);
    if (left % 2 === 0) await service.changeStatus(ctx, id, { statusKey: 'aguardando', comment: 'Falta o recibo.' });
  }
  app.clock.advance(7 * 60 * 60_000);
  return { app, operators, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() } satisfies RandomHistory;
}
