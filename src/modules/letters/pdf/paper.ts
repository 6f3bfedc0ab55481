import { setImmediate } from 'node:timers/promises';
import type PDFDocument from 'pdfkit';
import { linesOf } from './lines.js';

type Pdf = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Pdf['struct']>;

export interface Style {
  readonly font: 'regular' | 'bold';
  /** Points. */
  readonly size: number;
  /** Points before and after. */
  readonly before: number;
  readonly after: number;
  /** How many further lines of text a page must have room for. */
  readonly keep: number;
}

const left = 72;
const top = 96;
const bottom = 752;
const room = 595.28 - 2 * left;
const leading = 1.4;
/** After as many lines other work has its turn. */
const linesInARow = 20;

/** Pages that are written from top to bottom, each text as an element of the document's structure. */
export class Paper {
  #y = top;
  #lines = 0;

  constructor(
    private readonly pdf: Pdf,
    private readonly document: Element,
  ) {}

  async write(tag: 'H1' | 'H2' | 'P', text: string, { font, size, before, after, keep }: Style): Promise<void> {
    const { pdf } = this;
    const height = size * leading;
    pdf.font(font).fontSize(size);
    if (this.#y > top) this.#y += before;
    if (this.#y + height * (1 + keep) > bottom) this.#turn();
    const content = pdf.markStructureContent(tag);
    for (const line of linesOf(text, { room, widthOf: (part) => pdf.widthOfString(part) })) {
      if (this.#y + height > bottom) this.#turn();
      pdf.text(line, left, this.#y, { lineBreak: false });
      this.#y += height;
      if (++this.#lines % linesInARow === 0) await setImmediate();
    }
    pdf.endMarkedContent();
    const element = pdf.struct(tag);
    element.add(content);
    element.end();
    this.document.add(element);
    this.#y += after;
  }

  /** What stands on every page and is read with none. */
  margins(header: string, footer: string): void {
    const { pdf } = this;
    const { start, count } = pdf.bufferedPageRange();
    pdf.font('regular').fontSize(8);
    for (let at = start; at < start + count; at++) {
      pdf.switchToPage(at);
      const page = `página ${at - start + 1} de ${count}`;
      this.#artifact('Top', 48, header);
      this.#artifact('Bottom', 784, footer);
      this.#artifact('Bottom', 784, page, left + room - pdf.widthOfString(page));
    }
  }

  #artifact(edge: 'Top' | 'Bottom', y: number, text: string, x = left): void {
    const { pdf } = this;
    pdf.markContent('Artifact', { type: 'Pagination', attached: [edge] });
    pdf.text(text, x, y, { lineBreak: false });
    pdf.endMarkedContent();
  }

  #turn(): void {
    this.pdf.continueOnNewPage();
    this.#y = top;
  }
}
