import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../src/modules/letters/letter.js';
import { typeset } from '../../../src/modules/letters/pdf/typeset.js';
import { readPdf } from '../../kit/pdf.js';

const at = new Date('2026-11-24T22:15:00.000Z');
const letterOf = (...paragraphs: string[]): Letter => ({
  title: 'Carta de negativa: protocolo 12345620261124000001',
  header: 'Operadora São José – Registro ANS nº 123456',
  footer: 'Protocolo 12345620261124000001',
  sections: [
    { heading: 'O que foi pedido', paragraphs: ['Ressonância magnética'] },
    { heading: 'Motivo', paragraphs },
  ],
});
const read = async (...paragraphs: string[]) => readPdf(await typeset(letterOf(...paragraphs), at));

describe('a letter as a PDF', () => {
  it('says its title, its language and its moment, is tagged, and has its fonts within', async () => {
    const bytes = await typeset(letterOf('Não há cobertura.'), at);
    const { title, language, createdAt, tagged, displaysTitle, fonts } = await readPdf(bytes);
    expect({ title, language, createdAt, tagged, displaysTitle }).toEqual({
      title: 'Carta de negativa: protocolo 12345620261124000001',
      language: 'pt-BR',
      createdAt: 'D:20261124221500Z',
      tagged: true,
      displaysTitle: true,
    });
    expect(fonts).toEqual(['BZZZZZ+DejaVuSans-Bold font/opentype', 'CZZZZZ+DejaVuSans font/opentype']);
    expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('is read in order, heading by heading, with every accent; header and footer are seen and not read', async () => {
    const { elements, pages } = await read('Ação, à mão; três – é ú í ô ã õ ç Ç Ü º ª § R$ “aspas” €.', 'Fim.');
    expect(elements).toEqual([
      ['H1', 'Carta de negativa: protocolo 12345620261124000001'],
      ['H2', 'O que foi pedido'],
      ['P', 'Ressonância magnética'],
      ['H2', 'Motivo'],
      ['P', 'Ação, à mão; três – é ú í ô ã õ ç Ç Ü º ª § R$ “aspas” €.'],
      ['P', 'Fim.'],
    ]);
    expect(pages).toHaveLength(1);
    expect(pages[0]!.slice(-3)).toEqual([
      'Operadora São José – Registro ANS nº 123456',
      'Protocolo 12345620261124000001',
      'página 1 de 1',
    ]);
  });

  it('goes on over pages, each with its number, and loses no word', async () => {
    const reason = 'A cobertura não está prevista no contrato, na segmentação contratada. '
      .repeat(150)
      .slice(0, 10_000);
    const { elements, pages } = await read(reason);
    expect(pages.map((lines) => lines.at(-1))).toEqual(['página 1 de 3', 'página 2 de 3', 'página 3 de 3']);
    const told = elements.slice(4).map(([, text]) => text);
    expect(told).toHaveLength(3);
    expect(told.join(' ')).toBe(reason.trim());
  });

  it('breaks what has no spaces, in the time that its length takes', async () => {
    const since = performance.now();
    const { elements } = await read('ç'.repeat(10_000));
    expect(
      elements
        .slice(4)
        .map(([, text]) => text.replaceAll(' ', ''))
        .join(''),
    ).toBe('ç'.repeat(10_000));
    expect(performance.now() - since).toBeLessThan(5_000);
  });

  it('takes nothing that people wrote for markup, or for an order to the file', async () => {
    const hostile = '<b>x</b> & {{nome}} (\\) >> endstream endobj <</S/JavaScript>> \u202eabc';
    const { elements } = await read(hostile);
    expect(elements.at(-1)).toEqual(['P', hostile.replace('\u202e', '')]);
    const title = await readPdf(await typeset({ ...letterOf(), title: 'A & <b>' }, at));
    expect(title.title).toBe('A  b');
  });

  it('has the same bytes for the same words and moment, on every machine', async () => {
    const [first, second] = [await typeset(letterOf('Não.'), at), await typeset(letterOf('Não.'), at)];
    expect(second.equals(first)).toBe(true);
    expect((await typeset(letterOf('Sim.'), at)).equals(first)).toBe(false);
    // Another library, font or layout makes another file of letters that members have already: change it knowingly.
    expect(createHash('sha256').update(first).digest('hex')).toBe(
      'a4195cd062564af49e7a084dc6fb39ae4a76d48bb30020fca53a01d872a31b82',
    );
  });

  it('lets other work have its turn', async () => {
    await typeset(letterOf(), at);
    let turns = 0;
    let longest = 0;
    let since = performance.now();
    let running = true;
    const count = () => {
      longest = Math.max(longest, performance.now() - since);
      since = performance.now();
      turns++;
      if (running) setImmediate(count);
    };
    setImmediate(count);
    await typeset(letterOf('palavra '.repeat(1_250)), at);
    running = false;
    expect(turns).toBeGreaterThan(3);
    expect(longest).toBeLessThan(1_000);
  });
});
