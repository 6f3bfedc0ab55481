import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../src/entities.js';
import { issueDevelopmentToken } from '../../src/platform/auth/development-keys.js';
import type { Role } from '../../src/platform/auth/roles.js';
import { Database } from '../../src/platform/database/database.js';
import { encodePosition } from '../../src/platform/events/index.js';
import { TestClient } from '../kit/client.js';
import { full } from '../kit/faults.js';
import { createTestOperators } from '../kit/operators.js';
import { ApiProcess } from '../kit/processes.js';
import { DeskLoad } from './desk-load.js';
import { Follower } from './follower.js';
import { configureServiceDesk } from './service-desk.js';

/** What a dead worker held is taken up by the next after up to a minute: too long for every day. */
export const worked = full;

export interface Trial extends AsyncDisposable {
  readonly api: ApiProcess;
  readonly attendants: readonly TestClient[];
  readonly supervisor: TestClient;
  /** Row-level security does not bind it. */
  readonly ownerUrl: string;
  readonly operatorId: string;
  /** Where the load began. */
  readonly from: string;
  readonly load: DeskLoad;
  readonly followers: readonly Follower[];
}

export interface TrialSettings {
  readonly ownerUrl: string;
  readonly followers: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The built server as a process of its own, with fifty who write and some who follow the queue. */
export async function openTrial({ ownerUrl, followers: many, environment }: TrialSettings): Promise<Trial> {
  const resources = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-trial-'));
  resources.defer(() => rm(dataDir, { recursive: true, force: true }));
  const common = { DATABASE_URL: ownerUrl, DATA_DIR: dataDir, RATE_LIMIT_POINTS: '0', WORKER: `${worked}` };
  const api = resources.use(new ApiProcess({ ...common, ...environment }));
  await api.start();
  const operatorId = await createOperator(ownerUrl);
  const client = async (role: Role, subject: string) => {
    const who = { operator: 'alfa', role, subject, name: subject };
    return new TestClient(api.url, await issueDevelopmentToken({ ...who, dataDir, expiresIn: 7_200, now: new Date() }));
  };
  const beneficiaryId = await configureServiceDesk(await client('CONFIGURATOR', 'rita'));
  const attendants = await Promise.all(['carla', 'davi', 'marta'].map((name) => client('ATTENDANT', name)));
  const from = encodePosition({ sequence: 0, eventId: null });
  const serving = () => api.serving;
  const followers = Array.from({ length: many }, (_, turn) =>
    resources.use(new Follower(() => api.url, attendants[turn % attendants.length]!.token!, from)),
  );
  return {
    api,
    attendants,
    supervisor: await client('SUPERVISOR', 'paulo'),
    ownerUrl,
    operatorId,
    from,
    load: new DeskLoad({ attendants, beneficiaryId, serving }, 50),
    followers,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function createOperator(url: string): Promise<string> {
  await using database = await Database.open({ url, entities, poolSize: 1, assumeApplicationRole: true });
  return (await createTestOperators(database, new Date())).alfa;
}
