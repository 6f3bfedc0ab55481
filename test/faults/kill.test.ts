import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { encodePosition } from '../../src/platform/events/index.js';
import { developmentPerson } from '../../src/platform/auth/development-people.js';
import { issueDevelopmentToken } from '../../src/platform/auth/development-keys.js';
import { Chance } from '../../src/modules/occurrences/random-walk.fixture.js';
import { TestClient } from '../kit/client.js';
import { createTestDatabase, withClient } from '../kit/database.js';
import { times } from '../kit/faults.js';
import { type AcknowledgedWrite, historyFaults } from '../kit/history-checker.js';
import { ApiProcess } from '../kit/processes.js';

const kills = times(4, 200);
const addNote = `mutation ($id: ID!) { occurrenceNoteAdd(id: $id, input: { body: "x" }) {
  occurrence { version } cursor userErrors { code } } }`;

it(`of fifty who write while the server is killed ${kills} times, nobody loses what was acknowledged`, async () => {
  await using resources = new AsyncDisposableStack();
  const database = resources.use(await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-kill-'));
  resources.defer(() => rm(dataDir, { recursive: true, force: true }));
  const environment = { DATABASE_URL: database.ownerUrl, DATA_DIR: dataDir, RATE_LIMIT_POINTS: '0' };
  const api = resources.use(new ApiProcess(environment));
  await api.start();
  const person = developmentPerson('demo', 'ATTENDANT')!;
  const token = await issueDevelopmentToken({ ...person, dataDir, expiresIn: 3_600, now: new Date() });
  const client = new TestClient(api.url, token);
  const ask = '{ occurrences(first: 50, filter: { open: true }) { streamCursor nodes { id version status { key } } } }';
  const before = (await client.data(ask)).occurrences;
  const ids: string[] = before.nodes.map(({ id }: { id: string }) => id);
  const acknowledged: AcknowledgedWrite[] = [];
  const errors: string[] = [];
  let unanswered = 0;
  let serving = Promise.resolve();
  let writing = true;
  const writer = async (turn: number) => {
    for (let i = turn; writing; i++) {
      await serving;
      const occurrenceId = ids[i % ids.length]!;
      const answer = await client.execute(addNote, { id: occurrenceId }).catch(() => null);
      if (answer === null) unanswered += 1;
      else if (answer.errors) errors.push(JSON.stringify(answer.errors));
      else {
        const { occurrence, cursor } = answer.data.occurrenceNoteAdd;
        acknowledged.push({ occurrenceId, version: occurrence.version, cursor });
      }
    }
  };
  const writers = Array.from({ length: 50 }, (_, turn) => writer(turn));
  const chance = new Chance(1);
  const starts: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const enough = acknowledged.length + 20 + chance.below(200);
    await vi.waitUntil(() => acknowledged.length >= enough, { timeout: 60_000, interval: 5 });
    const { promise, resolve } = Promise.withResolvers<void>();
    serving = promise;
    await api.kill();
    starts.push(await api.start());
    resolve();
  }
  writing = false;
  await Promise.all(writers);
  expect(errors).toEqual([]);
  expect(Math.max(...starts)).toBeLessThan(5_000);
  const events = await withClient(database.ownerUrl, (sql) =>
    sql.query<{ id: string; sequence: string; occurrence_id: string; version: number }>(
      `select e.id, e.sequence, e.occurrence_id, e.version from occurrence_event e
         join operator o on o.id = e.operator_id where o.slug = 'demo' order by e.sequence`,
    ),
  );
  const log = events.rows.map(({ id, sequence, occurrence_id: occurrenceId, version }) => ({
    occurrenceId,
    version,
    cursor: encodePosition({ sequence: Number(sequence), eventId: id }),
    entered: null,
  }));
  const start = log.findIndex(({ cursor }) => cursor === before.streamCursor);
  const faults = historyFaults({
    acknowledged,
    unanswered,
    from: before.streamCursor,
    log: log.slice(start + 1),
    occurrences: [],
    streams: [],
    actions: {},
  });
  expect(faults.filter((fault) => !fault.endsWith('does not exist'))).toEqual([]);
}, 1_800_000);
