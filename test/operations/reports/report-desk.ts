import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { done } from '../occurrences/change.js';
import { configure, type ReportedOperator } from './reported-operator.js';

/** Two operators, and four days of the work of one of them; the other's would be seen in every figure. */
export interface ReportDesk extends AsyncDisposable {
  readonly app: TestApp;
  readonly operator: ReportedOperator;
  readonly paulo: TestClient;
  readonly rita: TestClient;
  readonly carlaId: string;
  readonly daviId: string;
  /** For a member of the operator alfa. */
  open(typeKey: string): Promise<string>;
  /** As Carla. */
  attend(id: string): Promise<void>;
}

const hour = 3_600_000;
export const november = { from: '2026-11-01', until: '2026-11-30' };

/** On Thursday, 2026-11-26 at 11:00 in São Paulo; opened was on Monday at 09:00. */
export async function openReportDesk(): Promise<ReportDesk> {
  const app = await startTestApp({ now: '2026-11-23T12:00:00Z' });
  const [operator] = [
    await configure(app, 'alfa', 'America/Sao_Paulo'),
    await configure(app, 'beta', 'America/Sao_Paulo'),
  ];
  const lasting = { expiresInSeconds: 1_000_000 };
  const of = async (slug: 'alfa' | 'beta') => {
    const client = (role: 'attendant' | 'beneficiary' | 'supervisor', subject: string) =>
      app.client(role, { ...lasting, operator: slug, subject, name: subject });
    return {
      ana: await client('beneficiary', 'ana'),
      carla: await client('attendant', 'carla'),
      davi: await client('attendant', 'davi'),
      paulo: await client('supervisor', 'paulo'),
    };
  };
  const [alfa, beta] = [await of('alfa'), await of('beta')];
  const idOf = async (client: TestClient): Promise<string> => (await client.data('{ viewer { id } }')).viewer.id;
  const created = async ({ carla, ana }: Awaited<ReturnType<typeof of>>, typeKey: string) => {
    const input = { typeKey, description: 'Pedido', beneficiaryId: await idOf(ana) };
    return (await done(carla, 'occurrenceCreate', null, input)).occurrence.id;
  };
  const move = (client: TestClient, id: string, statusKey: string) =>
    done(client, 'occurrenceChangeStatus', id, { statusKey, comment: 'O pedido foi atendido.' });

  // Monday, 09:00
  const refund = await created(alfa, 'reembolso');
  const call = await created(alfa, 'ligacao');
  const registration = await created(alfa, 'cadastro');
  const others = [await created(beta, 'reembolso'), await created(beta, 'reembolso')] as const;
  app.clock.advance(2 * hour);
  await done(alfa.carla, 'occurrenceStartAttendance', refund);
  await done(alfa.davi, 'occurrenceStartAttendance', call);
  await done(beta.carla, 'occurrenceStartAttendance', others[0]);
  // Tuesday, 11:00
  app.clock.advance(24 * hour);
  await move(alfa.carla, refund, 'pago');
  await move(beta.carla, others[0], 'pago');
  // Wednesday, 11:00
  app.clock.advance(24 * hour);
  await done(alfa.paulo, 'occurrenceReopen', refund);
  app.clock.advance(hour);
  await done(alfa.davi, 'occurrenceStartAttendance', registration);
  await move(alfa.davi, registration, 'deferido');
  // Thursday, 11:00
  app.clock.advance(23 * hour);
  await move(alfa.carla, refund, 'cancelado');

  return {
    app,
    operator,
    paulo: alfa.paulo,
    rita: await app.client('configurator', { ...lasting, subject: 'rita' }),
    carlaId: await idOf(alfa.carla),
    daviId: await idOf(alfa.davi),
    open: (typeKey) => created(alfa, typeKey),
    attend: async (id) => void (await done(alfa.carla, 'occurrenceStartAttendance', id)),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}
