import { describe, expect, it } from 'vitest';
import { templateNames } from './template-names.js';
import { checkTemplate, fixedLength, renderTemplate, templateLength } from './templates.js';

const path = ['input', 'config', 'body'];
const messages = (text: string) => checkTemplate(text, path).map((problem) => problem.message);

describe('a template that is saved', () => {
  it('may name all that is known', () => {
    for (const name of templateNames) expect(messages(`a {{ ${name} }} b`)).toEqual([]);
  });

  it.each([
    'plain text',
    '{{ status["chave"] }}',
    '{{ comentario | default: "sem comentário" | upcase }}',
    '{% if prazo.sla %}até {{ prazo.sla }}{% else %}sem prazo{% endif %}',
    '{% case status.chave %}{% when "pago" %}Pago{% endcase %}',
    '{% assign nome = solicitante.primeiroNome | capitalize %}Olá, {{ nome }}',
    '{% unless comentario == blank %}{{ comentario }}{% endunless %}',
  ])('takes %s', (text) => {
    expect(messages(text)).toEqual([]);
  });

  it('names what is unknown and lists what is known', () => {
    expect(checkTemplate('{{ motivo }} {{ status.cor }}', path)).toEqual([
      {
        code: 'INVALID',
        message: `"motivo" is unknown to templates. Known are: ${templateNames.join(', ')}.`,
        path,
      },
      {
        code: 'INVALID',
        message: `"status.cor" is unknown to templates. Known are: ${templateNames.join(', ')}.`,
        path,
      },
    ]);
  });

  it.each([
    ['__proto__', '{{ __proto__ }}'],
    ['constructor', '{{ constructor }}'],
    ['constructor', '{{ "a".constructor }}'],
    ['status.constructor', '{{ status.constructor }}'],
    ['status.__proto__.chave', '{{ status.__proto__.chave }}'],
    ['status', '{{ status }}'],
    ['ocorrencia[status.chave]', '{{ ocorrencia[status.chave] }}'],
    ['cpf', '{{ protocolo | append: cpf }}'],
    ['cpf', '{% if cpf %}a{% endif %}'],
    ['cpf', '{% assign a = cpf %}'],
    ['cpf', '{% liquid\n echo cpf %}'],
  ])('may not name %s as in %s', (name, text) => {
    expect(messages(text)).toEqual([expect.stringContaining(`"${name}" is unknown to templates.`)]);
  });

  it.each([
    '{{ protocolo',
    '{% if protocolo %}',
    '{{ protocolo | shout }}',
    '{% include "a" %}',
    '{% render "a" %}',
    '{% layout "a" %}',
    '{% block a %}{% endblock %}',
    '{% for i in (1..1000000000) %}x{% endfor %}',
    '{% tablerow i in (1..9) %}x{% endtablerow %}',
    '{{ protocolo | where_exp: "i", "i" }}',
  ])('does not compile as %s', (text) => {
    expect(checkTemplate(text, path)).toEqual([
      { code: 'INVALID', message: expect.stringMatching(/^The template does not compile: /) as string, path },
    ]);
  });

  it('has a bounded length', () => {
    expect(messages('a'.repeat(templateLength))).toEqual([]);
    expect(messages('a'.repeat(templateLength + 1))).toEqual(['The template is longer than 20000 characters.']);
  });

  it('may know other names', () => {
    expect(checkTemplate('{{ nome }}', path, ['nome'])).toEqual([]);
  });
});

describe('the fixed length of a template', () => {
  it.each([
    ['', 0],
    ['açaí', 4],
    ['😀', 1],
    ['a {{ protocolo }} b', 4],
    ['a {{- protocolo -}} b', 2],
    ['a{% if comentario %}bcd{% endif %}', 1],
  ])('of %j is %i', (text, length) => {
    expect(fixedLength(text)).toBe(length);
  });
});

describe('a template that is rendered', () => {
  it('gives the values their places', () => {
    const values = { protocolo: '123', status: { chave: 'pago' } };
    expect(renderTemplate('{{ protocolo }}: {{ status.chave | upcase }}', values)).toBe('123: PAGO');
  });

  it('renders an empty value as nothing', () => {
    const values = { comentario: null, status: {}, prazo: undefined, link: '' };
    expect(renderTemplate('[{{ comentario }}{{ status.chave }}{{ prazo.sla }}{{ link }}{{ protocolo }}]', values)).toBe(
      '[]',
    );
  });

  it('takes an empty value for none in a condition', () => {
    const text = '{% if comentario %}Motivo: {{ comentario }}{% else %}Sem motivo{% endif %}';
    for (const comentario of ['', null, undefined]) expect(renderTemplate(text, { comentario })).toBe('Sem motivo');
    expect(renderTemplate(text, { comentario: 'x' })).toBe('Motivo: x');
  });

  it('does not take what a value says for a template', () => {
    expect(renderTemplate('{{ comentario }}', { comentario: '{{ protocolo }}', protocolo: '123' })).toBe(
      '{{ protocolo }}',
    );
  });

  it('reaches no prototype', () => {
    const values = { status: Object.create({ chave: 'inherited' }) as object };
    expect(renderTemplate('[{{ status.chave }}{{ status.constructor }}{{ __proto__ }}{{ toString }}]', values)).toBe(
      '[]',
    );
  });

  it('stops where it would take too much memory', () => {
    const text = `{% assign a = "${'a'.repeat(50)}" %}${'{% assign a = a | append: a %}'.repeat(30)}{{ a }}`;
    expect(messages(text)).toEqual([]);
    expect(() => renderTemplate(text, {})).toThrow('memory alloc limit exceeded');
  });

  it.each([
    ['captured again and again', '{% capture a %}{{ a }}{{ a }}{% endcapture %}'.repeat(30)],
    ['echoed again and again', '{% capture a %}{% echo a %}{% echo a %}{% endcapture %}'.repeat(30)],
    ['put out many times', '{{ a }}'.repeat(2_000)],
  ])('stops where a long text is %s', (_, text) => {
    const long = `{% capture a %}${'a'.repeat(1_000)}{% endcapture %}${text}`;
    expect(messages(long)).toEqual([]);
    expect(() => renderTemplate(long, {})).toThrow('memory alloc limit exceeded');
  });
});
