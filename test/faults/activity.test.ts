import { expect, it } from 'vitest';
import { TestClient } from '../kit/client.js';
import { hasRedisServer, startTestRedis } from '../kit/redis.js';
import { TestStream } from '../kit/stream.js';
import { startPair } from './pair.js';

const follow = 'subscription ($id: ID!) { activity: occurrenceActivity(occurrenceId: $id) { viewers typing } }';
interface Told {
  readonly activity: { readonly viewers: readonly string[]; readonly typing: readonly string[] };
}

it.runIf(hasRedisServer())(
  'who looked and typed by a process that is killed is gone within 10 s',
  async ({ annotate }) => {
    await using redis = await startTestRedis();
    await using pair = await startPair({ REDIS_URL: redis.url });
    const id = pair.ids[0]!;
    const survivor = new TestClient(pair.there.url, pair.token);
    await using told = new TestStream<Told>(survivor, follow, { id });
    const [mine] = (await told.next()).activity.viewers;
    const other = new TestClient(pair.here.url, await pair.tokenFor('outra.atendente'));
    const others = new TestStream<Told>(other, follow, { id });
    await others.next();
    const signalling =
      'mutation ($id: ID!) { occurrenceActivitySignal(id: $id, typing: true) { userErrors { code } } }';
    await other.data(signalling, { id });
    await told.until(
      ({ activity }) => activity.viewers.length + activity.typing.length >= 2 && activity.typing.length === 1,
    );
    await pair.here.kill();
    const killed = performance.now();
    await told.until(({ activity }) => activity.typing.length === 0 && activity.viewers.length === 1);
    const goneAfter = performance.now() - killed;
    expect(mine).toBeDefined();
    await annotate(`gone ${Math.round(goneAfter)} ms after the kill`);
    expect(goneAfter).toBeLessThan(10_500);
    await others[Symbol.asyncDispose]().catch(() => undefined);
  },
  90_000,
);
