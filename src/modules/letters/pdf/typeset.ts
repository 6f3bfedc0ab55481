import { setImmediate } from 'node:timers/promises';
import type { Letter } from '../letter.js';
import { loadFonts } from './fonts.js';
import { Paper, type Style } from './paper.js';
import { printable } from './printable.js';

const title: Style = { font: 'bold', size: 16, before: 0, after: 6, keep: 3 };
const heading: Style = { font: 'bold', size: 11, before: 8, after: 2, keep: 2 };
const paragraph: Style = { font: 'regular', size: 10, before: 0, after: 4, keep: 0 };

/** What tells where a text goes on: a header or footer is one line. */
const longestMargin = 90;
const oneLine = (text: string): string => {
  const line = [...text.replaceAll(/\s+/g, ' ').trim()];
  return line.length > longestMargin ? `${line.slice(0, longestMargin - 1).join('')}…` : line.join('');
};

/**
 * A letter as a PDF for people and for screen readers: A4, tagged (PDF/UA-1), text that can be selected, its own fonts.
 * The same letter of the same moment has the same bytes on every machine: they are not compressed, which processors do
 * each in their own way. Other work goes on meanwhile.
 */
export async function typeset(letter: Letter, at: Date): Promise<Buffer> {
  const [{ default: PDFDocument }, fonts] = await Promise.all([import('pdfkit'), loadFonts()]);
  const plain = (text: string) => printable(text, fonts.known);
  const pdf = new PDFDocument({
    size: 'A4',
    pdfVersion: '1.7',
    // Its types do not know this one.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: 'pt-BR',
    displayTitle: true,
    // The library writes it into XML as it is.
    info: { Title: plain(letter.title).replaceAll(/[<>&]/g, ''), CreationDate: at, ModDate: at },
    bufferPages: true,
    compress: false,
    // None of its own, which could not be embedded.
    font: null as unknown as string,
  });
  pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const document = pdf.struct('Document');
  pdf.addStructure(document);

  const paper = new Paper(pdf, document);
  await paper.write('H1', plain(letter.title), title);
  for (const section of letter.sections) {
    await paper.write('H2', plain(section.heading), heading);
    for (const text of section.paragraphs) {
      for (const line of plain(text).split('\n')) {
        if (line.trim() !== '') await paper.write('P', line, paragraph);
      }
    }
  }
  document.end();
  paper.margins(oneLine(plain(letter.header)), oneLine(plain(letter.footer)));
  await setImmediate();
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
