import { OperatorEntity } from '../../src/modules/operators/index.js';
import type { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/shared/ids.js';

/** Two tenants, so that isolation can be tried everywhere. */
export async function createTestOperators(database: Database, now: Date): Promise<{ alfa: string; beta: string }> {
  const create = async (slug: string, ansRegistry: string) => {
    const id = newId('operator', now);
    await database.transaction({ operatorId: id }, async (em) => {
      em.create(OperatorEntity, {
        id,
        slug,
        name: `Operadora ${slug}`,
        ansRegistry,
        timeZone: 'America/Sao_Paulo',
        hidesAttendants: false,
        configurationVersion: 1,
        createdAt: now,
      });
    });
    return id;
  };
  return { alfa: await create('alfa', '999991'), beta: await create('beta', '888888') };
}
