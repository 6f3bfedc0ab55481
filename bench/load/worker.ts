import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A program of the bench in a process of its own, which answers one question at a time (see `answerQuestions`). */
export class Worker<Question, Answer> implements AsyncDisposable {
  readonly #child: ChildProcess;

  constructor(program: URL, args: readonly string[] = []) {
    this.#child = fork(program, args, { execArgv: ['--import', 'tsx'] });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  async ask(question: Question): Promise<Answer> {
    const ended = new AbortController();
    const failed = once(this.#child, 'exit', { signal: ended.signal }).then(() => {
      throw new Error('a process of the bench ended');
    });
    failed.catch(() => undefined);
    this.#child.send(question as object);
    const [reply] = (await Promise.race([once(this.#child, 'message'), failed])) as [Reply<Answer>];
    ended.abort();
    if ('failure' in reply) throw new Error(reply.failure);
    return reply.answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill();
    await once(this.#child, 'exit');
  }
}

type Reply<Answer> = { readonly answer: Answer } | { readonly failure: string };

/** The other side of `Worker.ask`, in the process that it starts. */
export function answerQuestions<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  const reply = (message: Reply<Answer>) => void process.send!(message);
  process.on('message', (question: Question) => {
    work(question).then(
      (answer) => reply({ answer }),
      (error: unknown) => reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('disconnect', () => process.exit());
}
