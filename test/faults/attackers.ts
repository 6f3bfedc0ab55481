import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Floods a server with attacks, from a process of its own. */
export class Attackers implements Disposable {
  private constructor(
    private readonly child: ChildProcess,
    private readonly target: { readonly url: string; readonly token: string },
  ) {}

  static async start(target: { readonly url: string; readonly token: string }): Promise<Attackers> {
    const child = fork(join(import.meta.dirname, 'attackers.app.ts'), { execArgv: ['--import', 'tsx'] });
    await once(child, 'message');
    return new Attackers(child, target);
  }

  /** What was not refused as it should be. */
  async flood(rate: { perSecond: number; forMs: number }): Promise<string[]> {
    const answer = once(this.child, 'message');
    this.child.send({ ...this.target, ...rate });
    const [unexpected] = (await answer) as [string[]];
    return unexpected;
  }

  [Symbol.dispose](): void {
    this.child.kill();
  }
}
