import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { startTestRedis } from '../kit/redis.js';

/** Where what is personal could go unseen: what this process prints, and all that a Redis is sent or holds. */
export interface Outlets extends AsyncDisposable {
  readonly redisUrl: string;
  readonly printed: readonly string[];
  /** Every command that Redis was sent. */
  readonly sent: readonly string[];
  /** Keys and values that Redis holds. */
  held(): Promise<{ keys: string[]; values: string[] }>;
}

export async function watchOutlets(): Promise<Outlets> {
  await using starting = new AsyncDisposableStack();
  const printed: string[] = [];
  const sent: string[] = [];
  const server = starting.use(await startTestRedis());
  const redis = new Redis(server.url);
  starting.defer(() => redis.disconnect());
  const monitor = await new Redis(server.url).monitor();
  starting.defer(() => monitor.disconnect());
  monitor.on('monitor', (_time: string, args: string[]) => void sent.push(args.join(' ')));
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    const spy = vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest) => {
      printed.push(chunk.toString());
      return write(chunk, ...(rest as []));
    });
    starting.defer(() => spy.mockRestore());
  }
  const resources = starting.move();
  return {
    redisUrl: server.url,
    printed,
    sent,
    async held() {
      const keys = await redis.keys('*');
      return { keys, values: (await Promise.all(keys.map((key) => redis.dump(key)))).map(String) };
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/** Where any of what is planted stands in `lines`, in words. */
export function findPlanted(planted: Readonly<Record<string, string>>, lines: readonly string[]): string[] {
  const text = lines.join('\n');
  return Object.entries(planted).flatMap(([what, value]) => {
    const at = text.indexOf(value);
    return at < 0 ? [] : [`${what}: ${text.slice(Math.max(0, at - 300), at + 200)}`];
  });
}
