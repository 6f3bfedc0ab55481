import { readConfig } from '../../src/config.js';
import { entities } from '../../src/entities.js';
import { createAuthenticator, upsertBeneficiary } from '../../src/modules/people/index.js';
import { createOperator } from '../../src/modules/operators/index.js';
import type { Role } from '../../src/platform/auth/roles.js';
import { openJobs } from '../../src/open-jobs.js';
import { Database } from '../../src/platform/database/database.js';
import { InProcessBus } from '../../src/platform/events/index.js';
import { RequestContext } from '../../src/platform/graphql/context.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { done } from '../../src/seed/done.js';
import { createServices } from '../../src/services.js';
import { systemClock } from '../../src/shared/clock.js';
import { inTurns } from './in-turns.js';
import { typeIn } from './occurrence-type.js';

/** An operator at work: half a dozen attendants, and occurrences that are being attended to. */
export interface BenchOperator {
  readonly id: string;
  readonly slug: string;
  readonly supervisor: { readonly id: string; readonly subject: string; readonly name: string };
  readonly statuses: Readonly<Record<'em_analise' | 'aguardando', string>>;
  readonly actions: Readonly<Record<'em_analise' | 'aguardando', string>>;
  /** All of them in `em_analise`. */
  readonly occurrenceIds: readonly string[];
}

const slug = 'bench';
const attendants = 6;
const members = 50;
const supervisor = { subject: 'supervisora', name: 'Paula Teixeira' };

export interface PopulationOptions {
  readonly url: string;
  readonly dataDir: string;
  readonly occurrences: number;
}

/** Made by the product's own services, so that every row is one that it could have made. */
export async function populate({ url, dataDir, occurrences }: PopulationOptions): Promise<BenchOperator> {
  await using database = await Database.open({ url, entities, poolSize: 8, assumeApplicationRole: false });
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir });
  const clock = systemClock;
  const log = createLogger('silent');
  await using jobs = await openJobs(database, log, false);
  const services = createServices({ config, database, clock, log, jobs, bus: new InProcessBus() }, { demo: true });
  const registered = { slug, name: 'Operadora de Medição', ansRegistry: '999991', timeZone: 'America/Sao_Paulo' };
  const { id } = done(await createOperator(database, registered, clock.now()));
  const authenticate = createAuthenticator(database, clock);
  const as = async (role: Role, subject: string, name: string): Promise<RequestContext> => {
    const expiresAt = new Date(clock.now().getTime() + 3_600_000);
    const caller = await authenticate({
      operatorSlug: slug,
      subject,
      name,
      roles: [role],
      scopes: [],
      claims: {},
      expiresAt,
    });
    return new RequestContext({ database, clock, caller });
  };

  await using configurator = await as('CONFIGURATOR', 'configuradora', 'Rita Moraes');
  const { key: typeKey, ...type } = await typeIn(configurator, services);
  const memberIds: string[] = [];
  for (let number = 1; number <= members; number++) {
    const member = { membershipNumber: String(number).padStart(10, '0'), name: `Beneficiária "Nº ${number}" Souza` };
    memberIds.push(done(await upsertBeneficiary(configurator, member)).id);
  }

  const opening = { typeKey, description: 'Reembolso da consulta de março, recibo anexo.' };
  const occurrenceIds = await inTurns(8, occurrences, async (turn) => {
    await using attendant = await as(
      'ATTENDANT',
      `atendente.${turn % attendants}`,
      `Atendente Nº ${turn % attendants}`,
    );
    const beneficiaryId = memberIds[turn % members]!;
    const { occurrence } = await services.occurrences.create(attendant, { ...opening, beneficiaryId });
    const { problems } = await services.occurrences.startAttendance(attendant, occurrence!.id);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    return occurrence!.id;
  });
  await using paula = await as('SUPERVISOR', supervisor.subject, supervisor.name);
  return { id, slug, supervisor: { id: paula.caller.personId, ...supervisor }, ...type, occurrenceIds };
}
