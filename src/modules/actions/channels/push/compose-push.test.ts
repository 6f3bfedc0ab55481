import { describe, expect, it } from 'vitest';
import { composePush, cut } from './compose-push.js';

const values = { protocolo: '999', link: 'https://ocorrencias.example.org/occurrences/1', comentario: '' };
const composed = (config: object, more: object = {}) =>
  composePush(
    { config: { body: 'Olá', ...config } },
    { values: { ...values, ...more }, recorded: { type: { name: 'Reembolso' } } },
  );

describe('a push', () => {
  it('has the title and the deep link that its action says', () => {
    expect(composed({ title: 'Protocolo {{protocolo}}', body: 'Pago.', deepLink: '{{link}}' })).toEqual({
      title: 'Protocolo 999',
      body: 'Pago.',
      deepLink: 'https://ocorrencias.example.org/occurrences/1',
    });
  });

  it.each([{}, { title: '{{comentario}}' }, { title: ' ' }])('with %j is called by the name of the type', (config) => {
    expect(composed(config)).toEqual({ title: 'Reembolso', body: 'Olá', deepLink: null });
  });

  it('has a title of one line, and no control characters', () => {
    expect(composed({ title: 'a\n\tb', body: 'a\nb\0c' })).toMatchObject({ title: 'a b', body: 'a\nb c' });
    expect(composed({ body: '{{x}}' }, { x: 'a\ud83d' }).body).toBe('a\ufffd');
  });

  it('has no deep link of more than 2000 bytes', () => {
    expect(composed({ deepLink: '{{x}}' }, { x: 'x'.repeat(2_000) }).deepLink).toHaveLength(2_000);
    expect(() => composed({ deepLink: '{{x}}' }, { x: 'é'.repeat(1_001) })).toThrow(
      'The deepLink has more than 2000 bytes.',
    );
  });
});

describe('a body', () => {
  const body = (text: string) => composed({ body: '{{x}}' }, { x: text }).body;

  it.each([
    ['178 letters', 'á'.repeat(178)],
    ['178 emoji', '😀'.repeat(178)],
  ])('of %s stays whole', (_, text) => expect(body(text)).toBe(text));

  it.each([
    ['letters', 'á', 'á'.repeat(177)],
    ['emoji', '😀', '😀'.repeat(177)],
    // Three code points each.
    ['couples', '👩‍🦰', '👩‍🦰'.repeat(59)],
    ['accents of their own', 'e\u0301', 'e\u0301'.repeat(88)],
  ])('of more %s is cut to 178 characters with its ellipsis, and no letter is halved', (_, letter, kept) => {
    const text = body(letter.repeat(179));
    expect(text).toBe(`${kept}…`);
    expect([...text].length).toBeLessThanOrEqual(178);
  });

  it('leaves no space before its ellipsis', () => expect(cut('Olá, Ana Souza', 6)).toBe('Olá,…'));
});
