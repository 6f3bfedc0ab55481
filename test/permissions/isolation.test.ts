import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idTags } from '../../src/shared/ids.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { TestStream } from '../kit/stream.js';
import { type ForeignCall, foreignCalls } from './foreign-calls.js';
import { marker, populate } from './populate.js';
import { snapshotOf } from './snapshot.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const calls = foreignCalls(schema);

describe.each([
  ['with both layers', { applicationFilter: true, rowLevelSecurity: true }],
  ['with row-level security alone', { applicationFilter: false, rowLevelSecurity: true }],
  ['with the application filter alone', { applicationFilter: true, rowLevelSecurity: false }],
])('another operator, %s', (_, tenancy) => {
  let home: TestApp;
  let test: TestApp;
  let alfa: Record<string, string>;
  let asStaff: TestClient;
  let asBeneficiary: TestClient;
  /** Both callers with both layers; the staff, who may do most, with each layer alone. */
  let everybody: TestClient[];

  beforeAll(async () => {
    home = await startTestApp();
    test = await startTestApp({ beside: home, tenancy });
    alfa = await populate(home, 'alfa');
    asStaff = await test.client(['attendant', 'supervisor', 'configurator'], { operator: 'beta' });
    asBeneficiary = await test.client('beneficiary', { operator: 'beta' });
    await asBeneficiary.data('{ viewer { id } }');
    everybody = Object.values(tenancy).every(Boolean) ? [asStaff, asBeneficiary] : [asStaff];
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await home[Symbol.asyncDispose]();
  });

  /** What the caller is told, without the value that they gave themselves. */
  const told = async (client: TestClient, call: ForeignCall, value: string): Promise<string> => {
    const answer = await client.execute(call.query, call.variables(value));
    return JSON.stringify(answer)
      .replaceAll(value, '<given>')
      .replace(/"id":"[0-9a-f-]{36}"/g, '"id":"<error>"');
  };

  it(
    'answers to its ids exactly as to ids that do not exist, and shows nothing of it',
    { timeout: 300_000 },
    async () => {
      const before = await snapshotOf(home, home.operators.alfa);
      const visited = new Set<string>();
      const wrong: string[] = [];
      const kinds = Object.entries(idTags).filter(([kind]) => alfa[kind] !== undefined);
      for (const call of calls.filter(({ place }) => place === 'id')) {
        for (const client of everybody) {
          const tried = kinds.map(async ([kind, tag]) => {
            const foreign = await told(client, call, alfa[kind]!);
            const missing = await told(client, call, `${tag}_${'0'.repeat(26)}`);
            if (foreign !== missing || foreign.includes(marker) || foreign.includes('INTERNAL')) {
              wrong.push(`${call.name} ${kind}: ${foreign} / ${missing}`);
            }
          });
          await Promise.all(tried);
        }
        visited.add(call.name);
      }
      expect(wrong).toEqual([]);
      expect(visited.size).toBe(calls.filter(({ place }) => place === 'id').length);
      expect(await snapshotOf(home, home.operators.alfa)).toBe(before);
      console.log(`visited ${visited.size} of ${calls.filter(({ place }) => place === 'id').length} places for ids`);
    },
  );

  it('finds nothing by its numbers, names, keys and cursors', async () => {
    const texts = [alfa.protocolNumber!, alfa.cursor!, marker];
    for (const call of calls.filter(({ place, name }) => place === 'text' && name.startsWith('Query.'))) {
      for (const text of texts) {
        for (const client of [asStaff, asBeneficiary])
          expect(await told(client, call, text), call.name).not.toContain(marker);
      }
    }
  });

  it('has none of it in its streams', async () => {
    const missing = `occ_${'0'.repeat(26)}`;
    for (const id of [alfa.occurrence!, missing]) {
      await using stream = new TestStream(
        asStaff,
        'subscription ($id: ID!) { occurrenceUpdates(occurrenceId: $id) { kind } }',
        { id },
      );
      await expect(stream.next()).rejects.toThrow(/NOT_FOUND/);
    }
    const follow =
      'subscription ($after: String) { queueUpdates(after: $after) { kind cursor occurrenceId occurrence { description } } }';
    await using queue = new TestStream<any>(asStaff, follow);
    expect((await queue.next()).queueUpdates.kind).toBe('READY');
    await using foreignCursor = new TestStream<any>(asStaff, follow, { after: alfa.cursor });
    expect((await foreignCursor.next()).queueUpdates.kind).toBe('READY');
    expect((await foreignCursor.next()).queueUpdates.kind).toBe('GAP');

    const supervisor = await home.client(['attendant', 'supervisor'], { name: marker });
    const note = 'mutation ($id: ID!) { occurrenceNoteAdd(id: $id, input: { body: "x" }) { userErrors { code } } }';
    expect((await supervisor.data(note, { id: alfa.occurrence })).occurrenceNoteAdd.userErrors).toEqual([]);
    const beta = await populate(test, 'beta');
    for (const stream of [queue, foreignCursor]) {
      expect((await stream.next()).queueUpdates).toMatchObject({ kind: 'ENTERED', occurrenceId: beta.occurrence });
    }
  });
});
