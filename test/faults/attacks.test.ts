import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { full, times } from '../kit/faults.js';
import type { TestClient } from '../kit/client.js';
import { type Production, startProduction } from '../kit/production.js';
import { populate } from '../permissions/populate.js';
import { RawSocket } from '../realtime/raw-socket.js';
import { Attackers } from './attackers.js';
import { attacks, overHttp, overWebSocket } from './attacks.js';
import { atRate, flood } from './flood.js';

let production: Production;
let token: string;
beforeAll(async () => {
  production = await startProduction();
  await populate(production, 'alfa');
  token = (await production.client('attendant')).token!;
}, 120_000);
afterAll(() => production[Symbol.asyncDispose]());

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const since = performance.now();
  const result = await work();
  return [result, performance.now() - since];
};

describe('what attacks', () => {
  it.each(attacks)('is refused within 50 ms, over HTTP and over WebSocket: $name', async (attack) => {
    const took: Record<'http' | 'webSocket', number[]> = { http: [], webSocket: [] };
    for (let turn = 0; turn < times(6, 50); turn++) {
      const [refused, ms] = await timed(() => overHttp(production.url, token, attack));
      expect(refused).toBe(attack.refusedOverHttp);
      await using socket = await RawSocket.admitted(`${production.url}/graphql`, token);
      const [refusedToo, msToo] = await timed(() => overWebSocket(socket, attack));
      expect(refusedToo).toBe(attack.refusedOverWebSocket);
      took.http.push(ms);
      took.webSocket.push(msToo);
    }
    const told = Object.entries(took).map(([door, list]) => {
      const sorted = list.toSorted((a, b) => a - b);
      return `${door}: least ${sorted[0]!.toFixed(1)}, median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(1)} ms`;
    });
    console.log(`${attack.name}: ${told.join('; ')}`);
    // The quickest: what else the machine does is no matter of the server.
    expect(Math.min(...took.http)).toBeLessThan(50);
    expect(Math.min(...took.webSocket)).toBeLessThan(50);
  });
});

describe('other clients', () => {
  const list = `{ occurrences(first: 20, filter: { open: true }) { nodes {
    id version description createdAt status { key externalDescription } type { key name } beneficiary { name }
  } } }`;
  const windowMs = 2_000;

  /** How long each answer took that an attendant waited for. */
  const waits = async (client: TestClient): Promise<number[]> => {
    const took: number[] = [];
    await atRate(50, windowMs, async () => took.push((await timed(() => client.data(list)))[1]));
    return took;
  };
  const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);
  const p99 = (sorted: number[]) => sorted[Math.ceil(sorted.length * 0.99) - 1]!;

  /** What the server has used of a processor so far: unlike time, it does not depend on what else the machine does. */
  const cpuMs = async (): Promise<number> => {
    const metrics = await (await fetch(`${production.url}/metrics`)).text();
    return Number(/^process_cpu_seconds_total (\S+)$/m.exec(metrics)![1]) * 1_000;
  };

  it('lose at most 5 ms of the processor to each of these', async () => {
    const used: number[] = [];
    const turns = attacks.length * 4;
    for (let round = 0; round < times(3, 10); round++) {
      const before = await cpuMs();
      for (let turn = 0; turn < turns; turn++) {
        const attack = attacks[turn % attacks.length]!;
        expect(await overHttp(production.url, token, attack)).toBe(attack.refusedOverHttp);
        await using socket = await RawSocket.admitted(`${production.url}/graphql`, token);
        expect(await overWebSocket(socket, attack)).toBe(attack.refusedOverWebSocket);
      }
      used.push(((await cpuMs()) - before) / (turns * 2));
    }
    console.log(`processor time of the server for an attack: ${used.map((ms) => ms.toFixed(2)).join(', ')} ms`);
    expect(Math.min(...used)).toBeLessThan(5);
  }, 120_000);

  // It takes a machine that does nothing else.
  it.each(full ? [20] : [])(
    'wait at most a fifth longer while all of these come, %i a second over each door',
    async (perSecond) => {
      const client = await production.client('attendant', { subject: 'other' });
      using attackers = await Attackers.start({ url: production.url, token });
      await waits(client);
      const quiet: number[] = [];
      const attacked: number[] = [];
      for (let turn = 0; turn < 20; turn++) {
        quiet.push(...(await waits(client)));
        const [waited, unexpected] = await Promise.all([
          waits(client),
          attackers.flood({ perSecond, forMs: windowMs }),
        ]);
        expect(unexpected).toEqual([]);
        attacked.push(...waited);
      }
      // Of all windows together: of one alone it would be the second worst of a hundred.
      const [before, meanwhile] = [p99(ascending(quiet)), p99(ascending(attacked))];
      const ratio = meanwhile / before;
      console.log(
        `p99 of others: ${before.toFixed(1)} ms quiet, ${meanwhile.toFixed(1)} ms attacked, ratio ${ratio.toFixed(2)}, ` +
          `of ${quiet.length} answers each, by turns`,
      );
      expect(ratio).toBeLessThan(1.2);
    },
    300_000,
  );

  it('are answered all the same while these come, 20 a second over each door', async () => {
    const client = await production.client('attendant', { subject: 'other' });
    const [, unexpected] = await Promise.all([
      waits(client),
      flood(production, token, attacks, { perSecond: 20, forMs: windowMs }),
    ]);
    expect(unexpected).toEqual([]);
  }, 60_000);
});
