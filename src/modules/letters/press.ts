import type { DenialLetter } from './denial-letter.entity.js';
import { typeset } from './pdf/typeset.js';

/** How many files are kept: whoever looks at a letter often fetches it again. */
const keeps = 16;

/** Makes files of letters, one at a time: each is some 70 ms of work that has no end to wait for. */
export class Press {
  readonly #made = new Map<string, Promise<Buffer>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly toFile: typeof typeset = typeset) {}

  print({ operatorId, id, letter, deniedAt }: DenialLetter): Promise<Buffer> {
    const key = `${operatorId}/${id}`;
    const made = this.#made.get(key);
    if (made) return made;
    const printed = this.#last.then(() => this.toFile(letter, deniedAt));
    this.#last = printed.catch(() => this.#made.delete(key));
    this.#made.set(key, printed);
    const [oldest] = this.#made.keys();
    if (this.#made.size > keeps) this.#made.delete(oldest!);
    return printed;
  }
}
