import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { developmentKeys, issueDevelopmentToken } from './development-keys.js';
import { openTokenVerifier } from './verifier.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'development-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const now = new Date('2026-11-24T12:00:00Z');
const clock = { now: () => now };
const carla = {
  operator: 'demo',
  role: 'ATTENDANT',
  subject: 'atendente.carla',
  name: 'Carla',
  expiresIn: 60,
} as const;

describe('developmentKeys', () => {
  test('are made once, in a folder made for them, and readable by their owner alone', async () => {
    const dataDir = join(folder, 'a', 'b');
    const first = await developmentKeys(dataDir);
    expect(await developmentKeys(dataDir)).toEqual(first);
    expect(await readdir(dataDir)).toEqual(['dev-keys.json']);
    expect((await stat(join(dataDir, 'dev-keys.json'))).mode & 0o777).toBe(0o600);
  });

  test('twenty that start at once agree on one pair and leave nothing else behind', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => developmentKeys(folder)));
    expect(new Set(all.map((keys) => keys.privateKey.d)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['dev-keys.json']);
  });

  test('the public half has no private part', async () => {
    const { publicKeys, privateKey } = await developmentKeys(folder);
    expect(JSON.stringify(publicKeys)).not.toContain(privateKey.d);
    expect(publicKeys.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' });
  });

  test.each(['', 'null', '{}', '{"kty":"OKP"}'])(
    'a file that holds %j is refused by name, and kept',
    async (content) => {
      const file = join(folder, 'dev-keys.json');
      await writeFile(file, content);
      await chmod(file, 0o600);
      await expect(developmentKeys(folder)).rejects.toThrow(`${file} holds no development key`);
      expect(await readFile(file, 'utf8')).toBe(content);
    },
  );
});

describe('issueDevelopmentToken', () => {
  test('is accepted by the verifier of the same data directory', async () => {
    const token = await issueDevelopmentToken({ ...carla, dataDir: folder, now });
    const verifier = await openTokenVerifier({ kind: 'development' }, folder, clock);
    expect(await verifier.verify(`Bearer ${token}`)).toEqual({
      operatorSlug: 'demo',
      subject: 'atendente.carla',
      name: 'Carla',
      roles: ['ATTENDANT'],
      scopes: [],
      expiresAt: new Date('2026-11-24T12:01:00Z'),
      claims: {},
    });
  });

  test('carries scopes and membership number', async () => {
    const request = {
      ...carla,
      role: 'INTEGRATION',
      scopes: ['occurrence:read'],
      membershipNumber: '0001000001',
    } as const;
    const token = await issueDevelopmentToken({ ...request, dataDir: folder, now });
    const verifier = await openTokenVerifier({ kind: 'development' }, folder, clock);
    expect(await verifier.verify(`Bearer ${token}`)).toMatchObject({
      scopes: ['occurrence:read'],
      claims: { membershipNumber: '0001000001' },
    });
  });

  test('is refused by the verifier of another data directory', async () => {
    const token = await issueDevelopmentToken({ ...carla, dataDir: join(folder, 'one'), now });
    const verifier = await openTokenVerifier({ kind: 'development' }, join(folder, 'two'), clock);
    await expect(verifier.verify(`Bearer ${token}`)).rejects.toThrow('ERR_JWKS_NO_MATCHING_KEY');
  });
});
