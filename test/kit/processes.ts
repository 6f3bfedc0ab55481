import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The built server as a process of its own, on the port that its first start was given. */
export class ApiProcess implements AsyncDisposable {
  #child: ChildProcess | undefined;
  #port = '0';
  #started = Promise.withResolvers<void>();
  url = '';
  /** The end of what it has printed. */
  output = '';

  /** `root`: where the project is that is built and started; this one unless given. */
  constructor(
    private readonly environment: Readonly<Record<string, string>>,
    private readonly root: string = projectRoot,
  ) {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root });
  }

  /** Undefined before its first start. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolved while it serves; once it is killed, when it serves again. */
  get serving(): Promise<void> {
    return this.#started.promise;
  }

  /** Starts it; how long it took until it was ready, in milliseconds. */
  async start(): Promise<number> {
    const since = performance.now();
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      cwd: this.root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'warn', ...this.environment, PORT: this.#port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.output = '';
    this.url = await new Promise((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.output = (this.output + chunk.toString()).slice(-10_000);
        const served = /served at (\S+)\/graphql/.exec(this.output)?.[1];
        if (served !== undefined) resolve(served);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => reject(new Error(`the server ended:\n${this.output}`)));
    });
    this.#port = new URL(this.url).port;
    const { ok } = await fetch(`${this.url}/readyz`);
    if (!ok) throw new Error('the server says that it serves, and is not ready');
    this.#started.resolve();
    return performance.now() - since;
  }

  /** Sends the signal; how it ended, how long that took, and what it said, for an end that is not clean. */
  async end(
    signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM',
  ): Promise<{ code: number | null; tookMs: number; output: string }> {
    const since = performance.now();
    const gone = once(this.#child!, 'exit');
    this.#child!.kill(signal);
    const [code] = (await gone) as [number | null];
    return { code, tookMs: performance.now() - since, output: this.output };
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.#started = Promise.withResolvers();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.kill();
  }
}
