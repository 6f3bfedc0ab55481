import { createOperator, findOperatorBySlug } from '../modules/operators/index.js';
import { createAuthenticator } from '../modules/people/index.js';
import type { Database } from '../platform/database/database.js';
import type { Services } from '../services.js';
import { systemClock } from '../shared/clock.js';
import { Cast } from './cast.js';
import type { OperatorContent } from './demo/content.js';
import { demo } from './demo/demo.js';
import { moveTo } from './demo/move.js';
import { outra } from './demo/outra.js';
import { done } from './done.js';
import { seedConfiguration } from './seed-configuration.js';
import { seedSamples } from './seed-samples.js';

const dayMs = 24 * 60 * 60 * 1000;

export const hasDemo = (database: Database): Promise<boolean> =>
  database.transaction({ operatorSlug: demo.slug }, async (em) => (await findOperatorBySlug(em, demo.slug)) !== null);

/** Makes the demo operators, unless they are there, through the services that the API uses. */
export async function seedDemo(database: Database, services: Services, now: Date): Promise<void> {
  for (const content of [outra, demo]) {
    await seedOperator(content, database, services, now);
  }
}

async function seedOperator(
  content: OperatorContent,
  database: Database,
  services: Services,
  now: Date,
): Promise<void> {
  const samples = moveTo(now, content.samples);
  const start = new Date(Math.min(now.getTime(), ...samples.map(({ at }) => Date.parse(at))) - dayMs);
  const { slug, name, ansRegistry, timeZone } = content;
  const created = await createOperator(database, { slug, name, ansRegistry, timeZone }, start);
  if (!created.ok && created.problems.every(({ code }) => code === 'TAKEN')) return;
  done(created);
  const cast = new Cast(content, { database, authenticate: createAuthenticator(database, systemClock) });
  const members = await cast.introduce(start);
  await using configurator = await cast.configurator(start);
  await seedConfiguration(configurator, content, services);
  await seedSamples(cast, samples, members, services);
}
