import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueDevelopmentToken } from '../../src/platform/auth/development-keys.js';
import { developmentPerson } from '../../src/platform/auth/development-people.js';
import { encodePosition } from '../../src/platform/events/index.js';
import { TestClient } from '../kit/client.js';
import { createTestDatabase, withClient } from '../kit/database.js';
import type { LoggedEvent } from '../kit/history-checker.js';
import { ApiProcess } from '../kit/processes.js';

export interface ApiPair extends AsyncDisposable {
  readonly here: ApiProcess;
  readonly there: ApiProcess;
  /** An attendant's of the demo operator. */
  readonly token: string;
  /** Another attendant's. */
  tokenFor(subject: string): Promise<string>;
  /** Of open occurrences that may be written to. */
  readonly ids: readonly string[];
  /** The last position of the log. */
  head(): Promise<string>;
  /** What follows a position, read from the database. */
  logAfter(cursor: string): Promise<LoggedEvent[]>;
}

/** Two processes with one database and the same keys; an environment each. */
export async function startPair(hers: Record<string, string>, theirs: Record<string, string> = hers): Promise<ApiPair> {
  const resources = new AsyncDisposableStack();
  const { ownerUrl } = resources.use(await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-pair-'));
  resources.defer(() => rm(dataDir, { recursive: true, force: true }));
  const shared = { DATABASE_URL: ownerUrl, DATA_DIR: dataDir };
  const here = resources.use(new ApiProcess({ ...shared, ...hers }));
  const there = resources.use(new ApiProcess({ ...shared, ...theirs }));
  await here.start();
  await there.start();
  const person = developmentPerson('demo', 'ATTENDANT')!;
  const tokenFor = (subject: string) =>
    issueDevelopmentToken({ ...person, subject, dataDir, expiresIn: 3_600, now: new Date() });
  const token = await tokenFor(person.subject);
  const client = new TestClient(here.url, token);
  const { occurrences } = await client.data('{ occurrences(first: 50, filter: { open: true }) { nodes { id } } }');
  return {
    here,
    there,
    token,
    tokenFor,
    ids: occurrences.nodes.map(({ id }: { id: string }) => id),
    head: async () => (await client.data('{ occurrences { streamCursor } }')).occurrences.streamCursor,
    async logAfter(cursor) {
      const log = await readLog(ownerUrl);
      return log.slice(log.findIndex((event) => event.cursor === cursor) + 1);
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function readLog(ownerUrl: string): Promise<LoggedEvent[]> {
  const { rows } = await withClient(ownerUrl, (sql) =>
    sql.query<{ id: string; sequence: string; occurrence_id: string; version: number }>(
      `select e.id, e.sequence, e.occurrence_id, e.version from occurrence_event e
         join operator o on o.id = e.operator_id where o.slug = 'demo' order by e.sequence`,
    ),
  );
  return rows.map(({ id, sequence, occurrence_id: occurrenceId, version }) => ({
    occurrenceId,
    version,
    cursor: encodePosition({ sequence: Number(sequence), eventId: id }),
    entered: null,
  }));
}
