import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTokenVerifier } from './platform/auth/verifier.js';
import { tokenFor } from './token.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'token-'));
});
afterEach(() => rm(folder, { recursive: true }));

const clock = { now: () => new Date('2026-11-24T12:00:00Z') };
const ask = (words: string, env: NodeJS.ProcessEnv = {}) =>
  tokenFor(words.split(' ').filter(Boolean), { DATA_DIR: folder, ...env }, clock);

async function identityOf(words: string) {
  const verifier = await openTokenVerifier({ kind: 'development' }, folder, clock);
  return verifier.verify(`Bearer ${await ask(words)}`);
}

describe('token', () => {
  test.each([
    ['attendant', 'ATTENDANT', 'atendente.carla'],
    ['supervisor', 'SUPERVISOR', 'supervisor.paulo'],
    ['configurator', 'CONFIGURATOR', 'admin.rita'],
    ['beneficiary', 'BENEFICIARY', 'ana.souza'],
    ['integration', 'INTEGRATION', 'integracao.erp'],
  ])('%s is for the first of that role, for an hour', async (word, role, subject) => {
    expect(await identityOf(word)).toMatchObject({
      operatorSlug: 'demo',
      roles: [role],
      subject,
      expiresAt: new Date('2026-11-24T13:00:00Z'),
    });
  });

  test('an integration carries the scopes of its entry, and nobody else any', async () => {
    expect((await identityOf('integration --operator outra'))?.scopes).toEqual([
      'occurrence:read',
      'occurrence:create',
      'occurrence:changeStatus',
      'configuration:read',
    ]);
    expect((await identityOf('configurator'))?.scopes).toEqual([]);
  });

  test('a beneficiary carries the membership number', async () => {
    expect(await identityOf('beneficiary --subject bruno.lima')).toMatchObject({
      name: 'Bruno Lima',
      claims: { membershipNumber: '0001000002' },
    });
  });

  test('operator, subject and expiry can be chosen', async () => {
    expect(await identityOf('supervisor --operator outra --subject nova --expires 30s')).toMatchObject({
      operatorSlug: 'outra',
      subject: 'nova',
      name: 'nova',
      roles: ['SUPERVISOR'],
      expiresAt: new Date('2026-11-24T12:00:30Z'),
    });
  });

  test.each([
    ['15m', '2026-11-24T12:15:00Z'],
    ['1h', '2026-11-24T13:00:00Z'],
    ['7d', '2026-12-01T12:00:00Z'],
  ])('--expires %s ends at %s', async (duration, end) => {
    expect((await identityOf(`attendant --expires ${duration}`))?.expiresAt).toEqual(new Date(end));
  });

  test.each([
    ['', "missing required argument 'role'"],
    ['admin', 'Allowed choices are attendant, supervisor, configurator, beneficiary, integration.'],
    ['attendant supervisor', 'too many arguments'],
    ['attendant --role x', "unknown option '--role'"],
    ['attendant --operator', "option '--operator <slug>' argument missing"],
    ['attendant --operator nova', "nobody is known at operator 'nova': give --subject"],
    ...['0s', '-1h', '1', 'h', '1w', '1.5h', '400d'].map((text) => [
      `attendant --expires ${text}`,
      '30s, 15m, 1h or 7d',
    ]),
  ])('"%s" is refused in one line', async (words, reason) => {
    const error: unknown = await ask(words).catch((caught: unknown) => caught);
    const message = error instanceof Error ? error.message : '';
    expect(message).toContain(reason);
    expect(message.split('\n')).toHaveLength(1);
    expect(message.startsWith('error: ')).toBe(true);
  });

  test.each([{ NODE_ENV: 'production' }, { AUTH_ISSUER: 'https://login.example.org/' }])(
    'with %j there is none, and no key is made',
    async (env) => {
      await expect(ask('attendant', env)).rejects.toThrow(/^error: (tokens are made in development alone|AUTH_ISSUER)/);
      expect(await readdir(folder)).toEqual([]);
    },
  );
});

describe('the command', () => {
  const root = resolve(import.meta.dirname, '..');
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'src/token.ts'), ...args], {
      cwd: root,
      env: { DATA_DIR: folder },
    });

  test('prints the token and nothing else', async () => {
    const { stdout, stderr } = await run('attendant');
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toBe('');
  });

  test('says in one line on stderr what is wrong, and ends with 1', async () => {
    await expect(run('attendant', '--expires', 'soon')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        "error: option '--expires <duration>' argument 'soon' is invalid. Such as 30s, 15m, 1h or 7d; a year at most.\n",
    });
  });
});
