import { describe, expect, it } from 'vitest';
import { checkConfig, completeConfig, keepSecrets, maskConfig } from './action-config.js';
import { newHookSecret, secretMask } from './hook-secret.js';
import type { ActionKind } from './model.js';

const path = ['input', 'config'];
const found = (kind: ActionKind, config: unknown): [string, string][] =>
  checkConfig(kind, completeConfig(kind, config), path, { allowInsecureHooks: false }).map((problem) => [
    problem.code,
    problem.path!.slice(1).join('.'),
  ]);

const right: Record<ActionKind, Record<string, unknown>> = {
  PUSH: { title: 'Pago', body: 'Pago: {{protocolo}}.', deepLink: 'ocorrencia/{{protocolo}}' },
  EMAIL: {
    to: '{{solicitante.email}}',
    subject: 'Protocolo {{protocolo}}',
    body: 'Veja a carta.\nObrigado.',
    attachments: ['carta-negativa.pdf', 'carta-ouvidoria.pdf'],
  },
  HOOK: {
    url: 'https://erp.example/hooks/reembolso?a=1',
    secret: `whsec_${Buffer.alloc(24).toString('base64')}`,
    headers: { Authorization: 'Bearer abc' },
    timeoutMs: 5000,
    includeForms: true,
  },
  WHATSAPP: {
    to: '{{solicitante.telefone}}',
    template: 'reembolso_pago_v1',
    language: 'pt_BR',
    params: ['{{solicitante.primeiroNome}}', '{{protocolo}}'],
  },
  IN_APP: { title: 'Pago', body: 'Pago: {{protocolo}}.' },
};
const kinds = Object.keys(right) as ActionKind[];

describe('every kind', () => {
  it.each(kinds)('%s takes all that it knows', (kind) => {
    expect(found(kind, right[kind])).toEqual([]);
    expect(completeConfig(kind, right[kind])).toEqual(right[kind]);
  });

  it.each(kinds)('%s refuses a key that it does not know', (kind) => {
    expect(found(kind, { ...right[kind], retries: 3 })).toEqual([['INVALID', 'config.retries']]);
    expect(found(kind, { ...right[kind], constructor: 3 })).toEqual([['INVALID', 'config.constructor']]);
    const hostile = { ...right[kind], ...(JSON.parse('{"x":{"__proto__":1}}') as { x: object }).x };
    expect(found(kind, hostile)).toEqual([['INVALID', 'config.__proto__']]);
  });

  it.each(kinds)('%s refuses what is no object', (kind) => {
    expect(found(kind, 'text')).toEqual([['INVALID', 'config']]);
    expect(found(kind, [])).toEqual([['INVALID', 'config']]);
  });

  it.each<[ActionKind, string[]]>([
    ['PUSH', ['body']],
    ['EMAIL', ['to', 'subject', 'body']],
    ['HOOK', ['url']],
    ['WHATSAPP', ['to', 'template']],
    ['IN_APP', ['title', 'body']],
  ])('%s needs %j', (kind, keys) => {
    const expected = keys.map((key) => ['REQUIRED', `config.${key}`]);
    expect(found(kind, {})).toEqual(expected);
    expect(found(kind, Object.fromEntries(keys.map((key) => [key, null])))).toEqual(expected);
    expect(found(kind, Object.fromEntries(keys.map((key) => [key, ' '])))).toEqual(expected);
  });

  it.each<[ActionKind, string[]]>([
    ['PUSH', ['title', 'body', 'deepLink']],
    ['EMAIL', ['to', 'subject', 'body']],
    ['WHATSAPP', ['to']],
    ['IN_APP', ['title', 'body']],
  ])('%s has templates in %j that name what is known', (kind, keys) => {
    for (const key of keys) {
      expect(found(kind, { ...right[kind], [key]: '{{ cpf }}' })).toEqual([['INVALID', `config.${key}`]]);
      expect(found(kind, { ...right[kind], [key]: 5 })).toEqual([['INVALID', `config.${key}`]]);
    }
  });
});

describe('a push', () => {
  const withBody = (body: string) => found('PUSH', { body });

  it('may have 178 characters, whatever its names stand for', () => {
    expect(withBody('ã'.repeat(178) + '{{ protocolo }}')).toEqual([]);
    expect(withBody('😀'.repeat(178))).toEqual([]);
    expect(withBody(`${'a'.repeat(100)}{% if prazo.sla %}${'a'.repeat(100)}{% endif %}`)).toEqual([]);
  });

  it('that can only be longer is refused, with both numbers', () => {
    const body = `${'a'.repeat(100)}{{ protocolo }}${'a'.repeat(79)}`;
    expect(checkConfig('PUSH', { body }, path, { allowInsecureHooks: false })).toEqual([
      {
        code: 'INVALID',
        message: 'The text has 179 characters outside of names; 178 is the most.',
        path: ['input', 'config', 'body'],
      },
    ]);
  });

  it('has a title of 100 characters at most', () => {
    expect(found('PUSH', { body: 'b', title: 'a'.repeat(100) })).toEqual([]);
    expect(found('PUSH', { body: 'b', title: 'a'.repeat(101) })).toEqual([['INVALID', 'config.title']]);
  });
});

describe('what is shown on a lock screen', () => {
  const clinical = ['comentario', 'ocorrencia.descricao'];

  it.each<[ActionKind, string]>([
    ['PUSH', 'title'],
    ['PUSH', 'body'],
    ['PUSH', 'deepLink'],
    ['WHATSAPP', 'to'],
  ])('%s says nothing clinical in its %s', (kind, key) => {
    for (const name of clinical) {
      for (const text of [`{{${name}}}`, `{% if ${name} != blank %}a{% endif %}`, `{% assign a = ${name} %}{{a}}`]) {
        expect(found(kind, { ...right[kind], [key]: text })).toEqual([['INVALID', `config.${key}`]]);
      }
    }
  });

  it('nor in the params of a WhatsApp message, which are named with why', () => {
    const config = completeConfig('WHATSAPP', { ...right.WHATSAPP, params: ['{{protocolo}}', '{{comentario}}'] });
    expect(checkConfig('WHATSAPP', config, path, { allowInsecureHooks: false })).toEqual([
      {
        code: 'INVALID',
        message: `"comentario" may say something of somebody's health: push and WhatsApp messages do not carry it. Lead there by {{link}}.`,
        path: ['input', 'config', 'params', '1'],
      },
    ]);
  });

  it.each(kinds.filter((kind) => kind !== 'HOOK'))('no %s puts out a field of a form, sensitive or not', (kind) => {
    const key = kind === 'WHATSAPP' ? 'to' : 'body';
    for (const name of ['formulario.cid', 'abas.parecer.cid']) {
      expect(found(kind, { ...right[kind], [key]: `{{${name}}}` })).toEqual([['INVALID', `config.${key}`]]);
    }
  });

  it.each<ActionKind>(['EMAIL', 'IN_APP'])('%s may: it is read by the member alone', (kind) => {
    for (const name of clinical) expect(found(kind, { ...right[kind], body: `{{${name}}}` })).toEqual([]);
  });
});

describe('an e-mail', () => {
  const email = (change: object) => found('EMAIL', { ...right.EMAIL, ...change });

  it('goes to one address, fixed or by template', () => {
    expect(email({ to: 'ouvidoria@example.org' })).toEqual([]);
    for (const to of ['ouvidoria', 'a@b.example, c@d.example', 'a@b.example\nBcc: c@d.example']) {
      expect(email({ to })).toEqual([['INVALID', 'config.to']]);
    }
  });

  it('has a subject of one line', () => {
    expect(email({ subject: 'a\r\nBcc: b@c.example' })).toEqual([['INVALID', 'config.subject']]);
  });

  it('carries documents that the product makes, each once', () => {
    expect(email({ attachments: ['carta-negativa.pdf', 'outra.pdf'] })).toEqual([['INVALID', 'config.attachments.1']]);
    expect(email({ attachments: ['carta-negativa.pdf', 'carta-negativa.pdf'] })).toEqual([
      ['INVALID', 'config.attachments.1'],
    ]);
    expect(email({ attachments: 'carta-negativa.pdf' })).toEqual([['INVALID', 'config.attachments']]);
    expect(completeConfig('EMAIL', {})).toEqual({ attachments: [] });
  });
});

describe('a WhatsApp message', () => {
  const message = (change: object) => found('WHATSAPP', { ...right.WHATSAPP, ...change });

  it('goes to a phone number, fixed or by template', () => {
    expect(message({ to: '+5511999990000' })).toEqual([]);
    expect(message({ to: '(11) 99999-0000' })).toEqual([['INVALID', 'config.to']]);
  });

  it('names a template and a language', () => {
    expect(message({ template: 'Reembolso Pago' })).toEqual([['INVALID', 'config.template']]);
    expect(message({ language: 'português' })).toEqual([['INVALID', 'config.language']]);
    expect(message({ language: 'en' })).toEqual([]);
  });

  it('has params that are templates, 20 at most', () => {
    expect(message({ params: ['{{ protocolo }}', '{{ cpf }}', 3] })).toEqual([
      ['INVALID', 'config.params.1'],
      ['INVALID', 'config.params.2'],
    ]);
    expect(message({ params: Array(20).fill('a') })).toEqual([]);
    expect(message({ params: Array(21).fill('a') })).toEqual([['INVALID', 'config.params']]);
  });
});

describe('secrets', () => {
  const stored = {
    url: 'https://erp.example/',
    secret: newHookSecret(),
    headers: { Authorization: 'Bearer abc', 'X-Api-Key': 'k', 'X-Source': 'ocorrencias' },
  };

  it('are masked in what is shown, with the headers that carry credentials', () => {
    expect(maskConfig('HOOK', stored)).toEqual({
      url: 'https://erp.example/',
      secret: 'whsec_********',
      headers: { Authorization: secretMask, 'X-Api-Key': secretMask, 'X-Source': 'ocorrencias' },
    });
    expect(JSON.stringify(maskConfig('HOOK', stored))).not.toContain(stored.secret);
    expect(maskConfig('PUSH', { body: 'b' })).toEqual({ body: 'b' });
  });

  it('survive a round trip of what is shown', () => {
    expect(keepSecrets('HOOK', stored, maskConfig('HOOK', stored))).toEqual(stored);
  });

  it('are kept where left out, and replaced where given', () => {
    const secret = newHookSecret();
    expect(keepSecrets('HOOK', stored, { url: 'https://b.example/' })).toEqual({
      url: 'https://b.example/',
      secret: stored.secret,
    });
    expect(keepSecrets('HOOK', stored, { secret, headers: { Authorization: 'Bearer new' } })).toEqual({
      secret,
      headers: { Authorization: 'Bearer new' },
    });
  });

  it('in headers do not go along to another origin: they are asked for again', () => {
    const shown = maskConfig('HOOK', stored);
    const kept = keepSecrets('HOOK', stored, { ...shown, url: 'https://elsewhere.example/' });
    expect(JSON.stringify(kept['headers'])).not.toContain(String(stored.headers.Authorization));
    expect(found('HOOK', kept).map(([code]) => code)).toEqual(['INVALID', 'INVALID']);
    const samePlace = keepSecrets('HOOK', stored, { ...shown, url: `${new URL(stored.url).origin}/other` });
    expect(samePlace['headers']).toEqual(stored.headers);
  });

  it('do not come from the prototype of the stored headers', () => {
    const kept = keepSecrets('HOOK', stored, { headers: { constructor: secretMask } });
    expect(found('HOOK', { ...kept, url: 'https://b.example/' })).toEqual([['INVALID', 'config.headers.constructor']]);
  });
});
