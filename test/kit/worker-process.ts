import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from './processes.js';

/** The built worker as a process of its own. */
export class WorkerProcess implements AsyncDisposable {
  #child: ChildProcess | undefined;

  constructor(private readonly environment: Readonly<Record<string, string>>) {
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: projectRoot });
  }

  /** Starts it; done once it delivers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['dist/src/worker.js'], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'warn', ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let output = '';
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-10_000);
        if (output.includes('delivers.')) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => reject(new Error(`the worker ended:\n${output}`)));
    });
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.kill();
  }
}
