import { expect, it } from 'vitest';
import { fireActions } from '../../../src/modules/actions/index.js';
import { OccurrenceService } from '../../../src/modules/occurrences/index.js';
import { permissionsOf } from '../../../src/platform/auth/permissions.js';
import { InProcessBus } from '../../../src/platform/events/bus.js';
import { JobQueue } from '../../../src/platform/jobs/index.js';
import { RequestContext } from '../../../src/platform/graphql/context.js';
import { openDesk } from '../occurrences/desk.js';

it('what is made for a demonstration sends nothing: every delivery ends as SKIPPED, and no inbox has it', async () => {
  await using desk = await openDesk();
  const { database, clock, operators } = desk.app;
  const links = { publicUrl: 'https://demo.example' };
  await using jobs = await JobQueue.open(database, {
    works: false,
    onError: (error) => expect.unreachable(String(error)),
  });
  const service = new OccurrenceService({
    bus: new InProcessBus(),
    reactions: [fireActions({ links, jobs, demo: true })],
  });
  const caller = {
    operatorId: operators.alfa,
    kind: 'BENEFICIARY' as const,
    personId: desk.ids.ana,
    subject: 'ana',
    name: 'Ana Souza',
    roles: ['BENEFICIARY' as const],
    permissions: permissionsOf(['BENEFICIARY'], []),
    expiresAt: new Date('2100-01-01T00:00:00.000Z'),
  };
  await using ctx = new RequestContext({ database, clock, caller });
  const { occurrence, problems } = await service.create(ctx, {
    typeKey: 'reembolso',
    description: 'Consulta',
    intake: { valor: 1 },
  });
  expect(problems).toEqual([]);
  const { actionDeliveries } = await desk.paulo.data(
    'query ($id: ID!) { actionDeliveries(occurrenceId: $id) { nodes { state attempts { outcome } } } }',
    { id: occurrence?.id },
  );
  const skipped = { state: 'SKIPPED', attempts: [{ outcome: 'demo' }] };
  expect(actionDeliveries.nodes).toEqual([skipped, skipped]);
  expect((await desk.ana.data('{ inbox { nodes { id } } }')).inbox.nodes).toEqual([]);
});
