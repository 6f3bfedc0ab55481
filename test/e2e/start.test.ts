import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

interface Run {
  readonly process: ChildProcess;
  /** The address that it prints once it serves. */
  readonly url: Promise<string>;
  readonly output: string[];
  readonly exit: Promise<number | null>;
}

/** The commands of package.json, as processes of their own. */
function run(script: string, args: string[], environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const url = new Promise<string>((resolve, reject) => {
    const onLine = (line: string) => {
      output.push(line);
      const served = /served at (\S+)\/graphql/.exec(line)?.[1];
      if (served !== undefined) resolve(served);
    };
    createInterface(child.stdout!).on('line', onLine);
    createInterface(child.stderr!).on('line', onLine);
    child.once('close', () => reject(new Error(output.join('\n'))));
  });
  url.catch(() => undefined);
  return { process: child, url, output, exit: once(child, 'close').then(([code]) => code as number | null) };
}

async function stopped({ process: child, exit }: Run): Promise<number | null> {
  child.kill('SIGTERM');
  return exit;
}

async function ask(url: string, token: string, query: string): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('npm start', () => {
  let dataDir: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-start-'));
    environment = { DATA_DIR: dataDir, PORT: '0' };
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const token = async (...args: string[]): Promise<string> => {
    const printing = run('src/token.ts', args, environment);
    await printing.exit;
    return printing.output.join('\n');
  };

  it('serves the demo operators on the first start, keeps them over a second, and ends clean at SIGTERM', async () => {
    const first = run('src/main.ts', [], environment);
    const url = await first.url;
    const attendant = await token('attendant');
    const queue = await ask(url, attendant, '{ occurrences { totalCount nodes { type { key } status { key } } } }');
    expect(queue.data.occurrences.totalCount).toBe(10);
    const supervisor = await token('supervisor');
    const deliveries = await ask(
      url,
      supervisor,
      '{ actionDeliveries(first: 100) { nodes { state attempts { outcome } } } }',
    );
    const states = deliveries.data.actionDeliveries.nodes.map((delivery: any) => delivery.state);
    expect(states.length).toBeGreaterThan(10);
    expect(new Set(states)).toEqual(new Set(['SKIPPED']));
    const calendars = await ask(
      url,
      supervisor,
      '{ businessCalendars { key isDefault } occurrenceTypes { key businessCalendar { key } } }',
    );
    expect(calendars.data.businessCalendars).toEqual([
      { key: 'chat', isDefault: false },
      { key: 'operacional', isDefault: true },
    ]);
    expect(
      Object.fromEntries(calendars.data.occurrenceTypes.map((type: any) => [type.key, type.businessCalendar?.key])),
    ).toEqual({
      reembolso: 'operacional',
      autorizacao: 'operacional',
      atualizacao_cadastral: 'operacional',
      chat: 'chat',
      segunda_via_cartao: undefined,
      ouvidoria_reanalise: 'operacional',
    });
    const other = await token('attendant', '--operator', 'outra');
    expect(
      await ask(url, other, '{ viewer { operator { slug } } occurrences { totalCount } occurrenceTypes { key } }'),
    ).toEqual({
      data: {
        viewer: { operator: { slug: 'outra' } },
        occurrences: { totalCount: 0 },
        occurrenceTypes: [{ key: 'solicitacao' }],
      },
    });
    expect(await stopped(first)).toBe(0);

    const second = run('src/main.ts', [], environment);
    const again = await ask(await second.url, attendant, '{ occurrences { totalCount } }');
    expect(again.data.occurrences.totalCount).toBe(10);
    const busy = run('src/main.ts', [], { ...environment, PORT: new URL(await second.url).port });
    expect(await busy.exit).toBe(1);
    expect(busy.output.filter((line) => !line.startsWith('{'))).toEqual([
      expect.stringMatching(/^Port \d+ of 127\.0\.0\.1 is in use/),
    ]);
    expect(await stopped(second)).toBe(0);
  }, 60_000);

  it('lists everything that is wrong with the environment, and does not start', async () => {
    const refused = run('src/main.ts', [], {
      DATA_DIR: dataDir,
      PORT: 'many',
      RATE_LIMIT_POINTS: '-1',
      NODE_ENV: 'production',
    });
    expect(await refused.exit).toBe(1);
    const told = refused.output.join('\n');
    for (const name of ['PORT', 'RATE_LIMIT_POINTS', 'DATABASE_URL', 'AUTH_ISSUER']) expect(told).toContain(name);
  });

  it('makes a further operator, once, beside a server that runs', async () => {
    const server = run('src/main.ts', [], environment);
    await server.url;
    const create = ['create', '--slug', 'nova', '--name', 'Nova Operadora', '--ans', '777777'];
    const made = run('src/operator.ts', create, environment);
    expect(await made.exit).toBe(0);
    const again = run('src/operator.ts', create, environment);
    expect(await again.exit).toBe(1);
    expect(again.output).toEqual(['There is an operator "nova" already.']);
    expect(await stopped(server)).toBe(0);
  }, 30_000);
});
