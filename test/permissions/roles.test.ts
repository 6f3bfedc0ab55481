import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { scopes } from '../../src/platform/auth/permissions.js';
import type { Role } from '../../src/platform/auth/roles.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { TestStream } from '../kit/stream.js';
import { type OperationCall, operationCalls } from './operation-calls.js';
import { populate } from './populate.js';
import { snapshotOf } from './snapshot.js';
import { isPromised, promised } from './who-may-do-what.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = buildSchema(read('../../schema.graphql'));

interface Caller {
  readonly name: string;
  readonly role: Role | null;
  readonly scopes: readonly string[];
}

const people: readonly Role[] = ['BENEFICIARY', 'ATTENDANT', 'SUPERVISOR', 'CONFIGURATOR'];
const callers: readonly Caller[] = [
  { name: 'no token', role: null, scopes: [] },
  ...people.map((role) => ({ name: role, role, scopes: [] })),
  ...people.map((role) => ({ name: `${role} with every scope`, role, scopes })),
  { name: 'INTEGRATION without a scope', role: 'INTEGRATION', scopes: [] },
  ...scopes.map((scope) => ({ name: `INTEGRATION with ${scope}`, role: 'INTEGRATION' as const, scopes: [scope] })),
  { name: 'INTEGRATION with every scope', role: 'INTEGRATION', scopes },
];

let test: TestApp;
let calls: OperationCall[];
const clients = new Map<TestClient, Caller>();

const openingOne =
  'mutation { occurrenceCreate(input: { featureKey: "geral", description: "Outra" }) { userErrors { code } } }';

beforeAll(async () => {
  test = await startTestApp();
  calls = operationCalls(schema, await populate(test, 'alfa'));
  for (const caller of callers) {
    const role = caller.role && (caller.role.toLowerCase() as Lowercase<Role>);
    const client = await test.client(role, { scopes: caller.scopes });
    clients.set(client, caller);
    // Whoever is seen for the first time is written down: here, and not where nothing may be.
    if (role) await client.data('{ viewer { id } }');
  }
});
afterAll(() => test[Symbol.asyncDispose]());

/** "answered", or the code that the operation as a whole was refused with, and what it gave away all the same. */
async function outcomeOf(client: TestClient, call: OperationCall): Promise<string> {
  const { data, errors } = await client.execute(call.query, call.variables);
  const error = errors?.find(({ path = [] }) => path.length <= 1);
  if (!error) return errors ? JSON.stringify(errors) : 'answered';
  const given = Object.values(data ?? {}).filter((value) => value !== null);
  return [error.extensions.code, ...given].map(String).join(' with ');
}

/** The same of a stream, by its first payload; `nudge` makes something happen where it waits for that. */
async function outcomeOfStream(
  client: TestClient,
  call: OperationCall,
  nudge: (() => Promise<unknown>) | null,
): Promise<string> {
  await using stream = new TestStream(client, call.query, call.variables);
  let outcome: string | undefined;
  const first = stream.next().then(
    () => (outcome = 'answered'),
    (error: unknown) => (outcome = codeOf(error)),
  );
  if (!nudge) return await first;
  await vi.waitFor(
    async () => {
      await nudge();
      expect(outcome).toBeDefined();
    },
    { timeout: 5000 },
  );
  return await first;
}

/** A socket that is refused is closed with a code; a stream that is refused has errors. */
function codeOf(error: unknown): string {
  if ((error as { code?: unknown }).code === 4403) return 'UNAUTHENTICATED';
  const [code] = /[A-Z]+(_[A-Z]+)*(?="}}])/.exec((error as Error).message) ?? [];
  return code ?? String(error);
}

type Tried = readonly [caller: string, operation: string, outcome: string];

/** Every caller with every operation that they are (or are not) promised, and what became of it. */
async function outcomes(wanted: boolean): Promise<Tried[]> {
  const tried: Tried[] = [];
  const [beneficiary] = [...clients].find(([, { name }]) => name === 'BENEFICIARY')!;
  // An inbox says nothing until something lands there.
  const nudge = ({ name }: OperationCall) =>
    wanted && name === 'Subscription.inboxUpdates' ? () => beneficiary.data(openingOne) : null;
  // Streams first: what is configured afterwards might keep them waiting.
  for (const streams of [true, false]) {
    for (const [client, { name: caller, role, scopes: granted }] of clients) {
      const theirs = calls.filter(
        ({ name, isStream }) => isStream === streams && isPromised(name, role, granted) === wanted,
      );
      const outcome = (call: OperationCall) =>
        streams ? outcomeOfStream(client, call, nudge(call)) : outcomeOf(client, call);
      tried.push(
        ...(await Promise.all(theirs.map(async (call): Promise<Tried> => [caller, call.name, await outcome(call)]))),
      );
    }
  }
  return tried;
}

// Some 80 operations as each of 24 callers, on a machine that is busy with other tests, too.
describe('every operation as every role', { timeout: 90_000 }, () => {
  it('stands in the table', () => {
    expect([...promised.keys()].toSorted()).toEqual(calls.map(({ name }) => name).toSorted());
  });

  it('is refused to whom it is not promised, and leaves no trace', async () => {
    const before = await snapshotOf(test, test.operators.alfa);
    const refused = await outcomes(false);
    const wrong = refused.filter(
      ([caller, , outcome]) => outcome !== (caller === 'no token' ? 'UNAUTHENTICATED' : 'FORBIDDEN'),
    );
    expect(wrong).toEqual([]);
    expect(await snapshotOf(test, test.operators.alfa)).toBe(before);
    console.log(`${refused.length} refused of ${calls.length} operations × ${callers.length} callers`);
  });

  it('is answered to whom it is promised', async () => {
    const answered = await outcomes(true);
    const wrong = answered.filter(([, , outcome]) => outcome !== 'answered');
    expect(wrong).toEqual([]);
    console.log(`${answered.length} answered of ${calls.length} operations × ${callers.length} callers`);
  });

  it('is documented as it is promised', () => {
    const documented = documentedAccess(read('../../docs/permissions.md'));
    const promises = calls.flatMap(({ name }) => [
      ...people.map((role) => [name, role, isPromised(name, role, [])].join(' ')),
      ...scopes.map((scope) => [name, scope, isPromised(name, 'INTEGRATION', [scope])].join(' ')),
    ]);
    expect(documented.toSorted()).toEqual(promises.toSorted());
  });
});

/** Who may use which operation, read back from the document's tables. */
function documentedAccess(document: string): string[] {
  const sections = { Queries: 'Query', Mutations: 'Mutation', Subscriptions: 'Subscription' };
  return Object.entries(sections).flatMap(([title, root]) => {
    const section = document.split(`## ${title}\n`)[1]!.split('\n## ')[0]!;
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    return rows.flatMap((row) => {
      const [, operation, , ...cells] = row.split('|').map((cell) => cell.trim());
      const name = `${root}.${operation!.replaceAll('`', '')}`;
      const granted = cells[people.length]!;
      return [
        ...people.map((role, column) => [name, role, cells[column] !== '–'].join(' ')),
        ...scopes.map((scope) => [name, scope, granted === 'any' || granted.includes(`\`${scope}\``)].join(' ')),
      ];
    });
  });
}
