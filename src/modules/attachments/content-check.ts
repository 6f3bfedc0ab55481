import { fileTypeFromBuffer } from 'file-type';
import { contentTypes } from './content-types.js';
import { otherContent, tooLarge, tooShort } from './upload-refusals.js';

/** What was announced of a file. */
export interface Announced {
  readonly contentType: string;
  readonly byteSize: number;
}

/** How much of a file its type is told by. */
const headBytes = 4_100;

/**
 * Passes bytes on, and breaks off as soon as they are not what was announced: more or fewer of them, or of another
 * type than their content shows. Text must be UTF-8 without NUL and without markup that a browser would run.
 */
export async function* checked(source: AsyncIterable<Uint8Array>, announced: Announced): AsyncGenerator<Uint8Array> {
  const marks = contentTypes.get(announced.contentType);
  const check = marks ? new MarkCheck(announced, marks) : new TextCheck(announced);
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.byteLength;
    if (bytes > announced.byteSize) throw tooLarge(announced.byteSize);
    await check.take(chunk);
    yield chunk;
  }
  if (bytes < announced.byteSize) throw tooShort(announced.byteSize);
  await check.end();
}

/** Recognises a file by its first bytes. */
class MarkCheck {
  #head = Buffer.alloc(0);
  #done = false;

  constructor(
    private readonly announced: Announced,
    private readonly marks: readonly string[],
  ) {}

  async take(chunk: Uint8Array): Promise<void> {
    if (this.#done) return;
    this.#head = Buffer.concat([this.#head, chunk]).subarray(0, headBytes);
    if (this.#head.length === headBytes) await this.end();
  }

  async end(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    const found = await fileTypeFromBuffer(this.#head).catch(() => undefined);
    const mime = found?.mime.split(';', 1)[0]?.trim();
    if (mime === undefined || !this.marks.includes(mime)) throw otherContent(this.announced.contentType);
  }
}

const markup = /<\s*(?:!doctype|\?xml|html|svg|script|iframe|object|embed|body|img|link|meta)\b/i;
/** Longer than the longest mark of markup, so that none is missed between two chunks. */
const overlap = 64;

class TextCheck {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #tail = '';

  constructor(private readonly announced: Announced) {}

  async take(chunk: Uint8Array): Promise<void> {
    this.#look(() => this.#decoder.decode(chunk, { stream: true }));
  }

  async end(): Promise<void> {
    this.#look(() => this.#decoder.decode());
  }

  #look(decode: () => string): void {
    const refused = otherContent(this.announced.contentType);
    let text: string;
    try {
      text = this.#tail + decode();
    } catch {
      throw refused;
    }
    if (text.includes('\0') || markup.test(text)) throw refused;
    this.#tail = text.slice(-overlap);
  }
}
