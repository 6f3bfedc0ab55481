import type { Logger } from 'pino';
import type { Config } from './config.js';
import { CannotStart } from './platform/database/open.js';

/** What every process of the product that stays looks at before it begins. */
export function warnOfOthers(others: number, { redisUrl }: Config, log: Logger): void {
  if (others === 0 || redisUrl !== null) return;
  log.warn(
    { others },
    'Other processes use the same database: set REDIS_URL for all of them. Until then their changes are seen by polling, up to a second late.',
  );
}

/** @throws CannotStart where production would go on with what anybody can make tokens for. */
export function refuseDemoInProduction(seeded: boolean, { production }: Config): void {
  if (!seeded || !production) return;
  throw new CannotStart('The database holds the demo operator, for whom anybody can make tokens in development.');
}
