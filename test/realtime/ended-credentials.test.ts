import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InProcessBus } from '../../src/platform/events/index.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import { TestClient } from '../kit/client.js';
import { RunningClock } from '../kit/clock.js';
import { withClient } from '../kit/database.js';
import { answerTo, integration, revoke } from '../operations/api-tokens/tokens.js';
import { RawSocket } from './raw-socket.js';
import { LogWriter } from './rows.js';

const queue = 'subscription { queueUpdates { kind } }';
const patience = { timeout: 10_000 };
/** What became of a connection: with which code it was closed, when, and what it was told since it was open. */
interface Ending {
  readonly code: number;
  readonly at: number;
  readonly told: number;
}

describe('a connection ends when its credentials do, in every process', () => {
  const resources = new AsyncDisposableStack();
  const buses = [new InProcessBus(), new InProcessBus()];
  let apps: TestApp[];
  let configurator: TestClient;
  let writer: LogWriter;

  beforeAll(async () => {
    const here = resources.use(await startTestApp({ clock: new RunningClock(), bus: buses[0]! }));
    const there = resources.use(await startTestApp({ beside: here, bus: buses[1]! }));
    apps = [here, there];
    configurator = await here.client('configurator', { expiresInSeconds: 86_400 });
    writer = await LogWriter.create(here.database, here.operators.alfa, here.clock.now());
  });
  afterAll(() => resources.disposeAsync());

  /** Something that everybody at the queue is told, at once. */
  const happen = async (): Promise<void> => {
    await writer.open();
    for (const bus of buses) bus.wake(writer.operatorId);
  };

  /**
   * As many that follow the queue as are idle, to each of the two processes; several, so that they are at different
   * points of their rounds.
   */
  const connect = async (tokens: readonly string[], each = 10) => {
    const sockets: { kind: string; raw: RawSocket; ended: Promise<Ending> }[] = [];
    for (const token of tokens) {
      for (const [process, { url }] of [apps[0]!, apps[1]!].entries()) {
        for (let i = 0; i < each; i++) {
          for (const idle of [true, false]) {
            const raw = await RawSocket.admitted(`${url}/graphql`, token);
            if (!idle) {
              raw.subscribe('1', queue);
              expect((await raw.next()).payload).toEqual({ data: { queueUpdates: { kind: 'READY' } } });
            }
            const before = raw.frames.length;
            const ended = raw.closed.then(({ code }) => ({
              code,
              at: performance.now(),
              told: raw.frames.length - before,
            }));
            sockets.push({ kind: `${idle ? 'idle' : 'following'}, ${process ? 'other' : 'same'} process`, raw, ended });
          }
        }
      }
    }
    return sockets;
  };

  /** Milliseconds from `since` to the last close, by kind of connection. */
  const slowest = async (sockets: Awaited<ReturnType<typeof connect>>, since: number, what: string) => {
    const endings = await Promise.all(sockets.map(async ({ kind, ended }) => ({ kind, ...(await ended) })));
    expect(new Set(endings.map(({ code }) => code))).toEqual(new Set([4403]));
    const kinds = Map.groupBy(endings, ({ kind }) => kind);
    const delays = new Map([...kinds].map(([kind, ends]) => [kind, Math.max(...ends.map(({ at }) => at - since))]));
    const figures = [...delays].map(([kind, delay]) => `${kind} ${Math.round(delay)} ms`).join('; ');
    console.log(`${what}: ${endings.length} closed with 4403, the last after: ${figures}`);
    return { endings, delay: Math.max(...delays.values()) };
  };

  it('of an API token that is revoked: no further event, and closed within 5 s', { timeout: 60_000 }, async () => {
    const { id, secret } = await integration(configurator);
    const other = await integration(configurator);
    const sockets = await connect([secret]);
    await using witness = await RawSocket.admitted(`${apps[1]!.url}/graphql`, other.secret);
    witness.subscribe('1', queue);
    await witness.next();
    await happen();
    for (const { kind, raw } of sockets) {
      if (kind.startsWith('following')) {
        expect((await raw.next()).payload).toEqual({ data: { queueUpdates: { kind: 'ENTERED' } } });
      }
    }
    await revoke(configurator, id);
    const since = performance.now();
    await happen();
    const { endings, delay } = await slowest(sockets, since, 'revoked');
    for (const { kind, told } of endings) expect([kind, told]).toEqual([kind, kind.startsWith('following') ? 1 : 0]);
    expect(delay).toBeLessThan(5_000);
    for (let i = 0; i < 2; i++) {
      expect((await witness.next()).payload).toEqual({ data: { queueUpdates: { kind: 'ENTERED' } } });
    }
    for (const { url } of apps) expect(await answerTo(new TestClient(url, secret))).toBe('UNAUTHENTICATED');
  });

  it('of one that is revoked while nothing happens: closed within 5 s', { timeout: 60_000 }, async () => {
    const { id, secret } = await integration(configurator);
    const sockets = await connect([secret]);
    await revoke(configurator, id);
    const { endings, delay } = await slowest(sockets, performance.now(), 'revoked in silence');
    expect(endings.filter(({ told }) => told > 0)).toEqual([]);
    expect(delay).toBeLessThan(5_000);
  });

  it('of a token that expires, whoever gave it out: within 1 s, and never before', { timeout: 60_000 }, async () => {
    const { clock, tokens } = apps[0]!;
    const expiresAt = new Date(Math.ceil(clock.now().getTime() / 1_000 + 6) * 1_000);
    const own = await integration(configurator, { expiresAt: expiresAt.toISOString() });
    const expiresInSeconds = expiresAt.getTime() / 1_000 - Math.floor(clock.now().getTime() / 1_000);
    const foreign = await tokens.issue(['ATTENDANT'], { expiresInSeconds });
    const sockets = await connect([own.secret, foreign], 3);
    const since = performance.now() + expiresAt.getTime() - clock.now().getTime();
    expect(since).toBeGreaterThan(performance.now());
    await happen();
    const { endings, delay } = await slowest(sockets, since, 'expired');
    for (const { kind, told } of endings) expect([kind, told]).toEqual([kind, kind.startsWith('following') ? 1 : 0]);
    expect(delay).toBeLessThan(1_000);
    expect(Math.min(...endings.map(({ at }) => at - since))).toBeGreaterThan(-2);
  });

  it('of an operator that is suspended: closed within 5 s, and no event once it is', { timeout: 60_000 }, async () => {
    const { secret } = await integration(configurator);
    const staff = await apps[0]!.client('attendant', { expiresInSeconds: 86_400 });
    const sockets = await connect([secret, staff.token!]);
    const suspend = (value: string) =>
      withClient(apps[0]!.testDatabase.ownerUrl, (owner) =>
        owner.query(`update operator set suspended_at = ${value} where slug = 'alfa'`),
      );
    await suspend('now()');
    const since = performance.now();
    for (const { url } of apps) {
      const refused = async () => expect(await answerTo(new TestClient(url, staff.token))).toBe('UNAUTHENTICATED');
      await vi.waitFor(refused, patience);
    }
    await happen();
    const { endings, delay } = await slowest(sockets, since, 'suspended');
    expect(endings.filter(({ told }) => told > 0)).toEqual([]);
    expect(delay).toBeLessThan(5_000);
    await suspend('null');
  });
});
