import { describe, expect, it } from 'vitest';
import { domainOf, isEmailAddress } from './address.js';

describe('an e-mail address', () => {
  it.each(['ana@example.org', 'ana.souza+plano@correio.example.org', 'conceição@exemplo.com.br', 'ana@açaí.com.br'])(
    'is %s',
    (text) => {
      expect(isEmailAddress(text)).toBe(true);
    },
  );

  it.each([
    '',
    'ana',
    'ana@',
    'ana@example',
    '@example.org',
    'ana@example.org, bia@example.org',
    'ana@example.org;bia@example.org',
    'ana@example.org\r\nBcc: bia@example.org',
    'Ana <ana@example.org>',
    'ana souza@example.org',
    'ana@example.org\0',
    'grupo:ana@example.org',
    '"ana"@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ana@${'a'.repeat(250)}.org`,
  ])('is not %j', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});

it.each([
  ['Operadora <nao-responda@Example.org>', 'example.org'],
  ['nao-responda@mail.example.org', 'mail.example.org'],
])('the domain of %s is %s', (sender, domain) => {
  expect(domainOf(sender)).toBe(domain);
});
