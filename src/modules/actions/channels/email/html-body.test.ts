import { describe, expect, it } from 'vitest';
import { htmlOf, linkableOrigins } from './html-body.js';

const bodyOf = (text: string, origins: readonly string[] = []) =>
  /<body>\n(.*)\n<\/body>/s.exec(htmlOf(text, new Set(origins)))![1];

describe('a text as HTML', () => {
  it('keeps its paragraphs and lines', () => {
    expect(bodyOf('Olá.\nTudo bem?\n\n\nAté logo.')).toBe('<p>Olá.<br>\nTudo bem?</p>\n<p>Até logo.</p>');
  });

  it('is never taken for markup', () => {
    expect(bodyOf(`<img src=x onerror="a('b')"> & Cia.`)).toBe(
      '<p>&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; Cia.</p>',
    );
  });

  it('links to the origins given, without what ends the sentence', () => {
    const origins = ['https://app.example'];
    expect(bodyOf('Veja (https://app.example/occurrences/1?a=1&b=2).', origins)).toBe(
      '<p>Veja (<a href="https://app.example/occurrences/1?a=1&amp;b=2">https://app.example/occurrences/1?a=1&amp;b=2</a>).</p>',
    );
  });

  it.each(['https://evil.example/a', 'https://app.example.evil.example/', 'https://app.example@evil.example/'])(
    'does not link to %s',
    (url) => {
      expect(bodyOf(url, ['https://app.example'])).toBe(`<p>${url}</p>`);
    },
  );
});

describe('the origins that a template may link to', () => {
  const origins = (template: string, link: unknown = '') => [...linkableOrigins(template, link)];

  it('are its own and that of the product', () => {
    expect(origins('Veja https://ajuda.example/a e {{link}}', 'https://app.example/occurrences/1')).toEqual([
      'https://ajuda.example',
      'https://app.example',
    ]);
    expect(origins('https://ajuda.example/{{protocolo}}')).toEqual(['https://ajuda.example']);
    expect(origins('{{comentario}}')).toEqual([]);
  });

  it('leave out a host that a name may go on with', () => {
    const [own] = origins('https://ajuda.example{{comentario}}');
    expect(own).toBe('https://ajuda.example');
    expect(bodyOf('https://ajuda.example.evil.example/', [own!])).not.toContain('<a ');
  });
});
