import { describe, expect, it } from 'vitest';
import { checkConfig, completeConfig } from './action-config.js';
import { isHookSecret, secretMask } from './hook-secret.js';

const hook = (change: object, allowInsecureHooks = false): [string, string][] =>
  checkConfig('HOOK', completeConfig('HOOK', { url: 'https://erp.example/', ...change }), ['config'], {
    allowInsecureHooks,
  }).map(({ code, path }) => [code, path!.join('.')]);

describe('a hook', () => {
  it.each([
    'http://erp.example/',
    'ftp://erp.example/',
    'erp.example/hooks',
    '//erp.example',
    'https://',
    'https://user:pass@erp.example/',
    'https://user@erp.example/',
    'https://erp.example:22/',
    'https://erp.example:0/',
    'https://erp.example:65536/',
    'https://erp.example/\nx',
    'https://erp.example\\@evil.example/',
    'https://{{link}}.example/',
    'https://erp.example/{{protocolo}}',
    `https://erp.example/${'a'.repeat(2048)}`,
    'javascript:alert(1)',
  ])('does not go to %s', (url) => {
    expect(hook({ url })).toEqual([['INVALID', 'config.url']]);
  });

  it.each(['https://erp.example', 'https://erp.example:8443/a?b=c', 'https://erp.example:443/'])(
    'goes to %s',
    (url) => {
      expect(hook({ url })).toEqual([]);
    },
  );

  it('goes by http where the deployment allows it, and by nothing else', () => {
    expect(hook({ url: 'http://127.0.0.1:8080/' }, true)).toEqual([]);
    expect(hook({ url: 'ftp://127.0.0.1:8080/' }, true)).toEqual([['INVALID', 'config.url']]);
  });

  it.each([
    ['without whsec_', Buffer.alloc(32).toString('base64')],
    ['of 23 bytes', `whsec_${Buffer.alloc(23).toString('base64')}`],
    ['of 65 bytes', `whsec_${Buffer.alloc(65).toString('base64')}`],
    ['that is no base64', `whsec_${'*'.repeat(44)}`],
    ['that is a mask of nothing', secretMask],
    ['that is no text', 5],
  ])('refuses a secret %s', (_name, secret) => {
    expect(hook({ secret })).toEqual([['INVALID', 'config.secret']]);
  });

  it('takes a secret of 64 bytes, with or without padding', () => {
    const secret = `whsec_${Buffer.alloc(64).toString('base64')}`;
    expect(hook({ secret })).toEqual([]);
    expect(hook({ secret: secret.replace(/=+$/, '') })).toEqual([]);
  });

  it('has a time-out from 1 to 30 seconds', () => {
    expect(hook({ timeoutMs: 1000 })).toEqual([]);
    expect(hook({ timeoutMs: 30_000 })).toEqual([]);
    for (const timeoutMs of [999, 30_001, 1500.5, '5000']) {
      expect(hook({ timeoutMs })).toEqual([['INVALID', 'config.timeoutMs']]);
    }
  });

  it('says by true or false whether it includes forms', () => {
    expect(hook({ includeForms: 'yes' })).toEqual([['INVALID', 'config.includeForms']]);
  });

  it.each([
    'Content-Type',
    'content-length',
    'Host',
    'Connection',
    'Transfer-Encoding',
    'webhook-id',
    'Webhook-Signature',
    'x y',
    'x:y',
    '',
  ])('does not set the header "%s"', (name) => {
    expect(hook({ headers: { [name]: 'a' } })).toEqual([['INVALID', `config.headers.${name}`]]);
  });

  it('has headers that are texts of one line, 20 at most, each once', () => {
    for (const value of [5, 'a\r\nX-B: c', 'ç', 'a'.repeat(1025), secretMask]) {
      expect(hook({ headers: { 'X-A': value } })).toEqual([['INVALID', 'config.headers.X-A']]);
    }
    expect(hook({ headers: { 'X-A': 'a', 'x-a': 'b' } })).toEqual([['INVALID', 'config.headers.x-a']]);
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`x-${i}`, 'a']));
    expect(hook({ headers: many })).toEqual([['INVALID', 'config.headers']]);
    expect(hook({ headers: ['a'] })).toEqual([['INVALID', 'config.headers']]);
  });

  it('gets the defaults, and a secret of its own, where they are left out', () => {
    const config = completeConfig('HOOK', { url: 'https://erp.example/', headers: null });
    const other = completeConfig('HOOK', { url: 'https://erp.example/' });
    expect(config).toEqual({
      url: 'https://erp.example/',
      secret: expect.any(String),
      headers: {},
      timeoutMs: 15_000,
      includeForms: false,
    });
    expect(isHookSecret(config['secret'])).toBe(true);
    expect(config['secret']).not.toBe(other['secret']);
  });
});
