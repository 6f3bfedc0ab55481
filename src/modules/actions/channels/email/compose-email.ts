import { type Action, renderTemplate } from '../../../workflow/index.js';
import type { Occasion } from '../channel.js';
import type { Documents } from './documents.js';
import { htmlOf, linkableOrigins } from './html-body.js';

export type EmailMessage = Readonly<{
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Names of those that are made when it is sent. */
  documents: readonly string[];
  /** Named by the action, but nothing makes them. */
  missing: readonly string[];
  /** The operator's slug. */
  list: string;
}>;

const longestSubject = 200;
const controls = /(?![\n\t])\p{Cc}/gu;

/** Fills in the templates. A document that nothing makes is named in the text: the member is told all the same. */
export function composeEmail(
  { config }: Pick<Action, 'config'>,
  { values, operator }: Pick<Occasion, 'values' | 'operator'>,
  documents: Documents,
): EmailMessage {
  const rendered = (name: string) => renderTemplate(String(config[name]), values);
  const named = Array.isArray(config['attachments']) ? config['attachments'].map(String) : [];
  const missing = named.filter((name) => !documents.has(name));
  const link = values['link'];
  const body = rendered('body').replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').trim();
  const text = missing.length === 0 ? body : `${body}\n\n${excuse(missing, link)}`;
  return {
    to: rendered('to').trim(),
    subject: oneLine(rendered('subject')),
    text,
    html: htmlOf(text, linkableOrigins(String(config['body']), link)),
    documents: named.filter((name) => documents.has(name)),
    missing,
    list: operator.slug,
  };
}

/** Whatever a name stands for makes no second line, and so no further header. */
const oneLine = (text: string): string =>
  [...text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, longestSubject).join('');

const excuse = (missing: readonly string[], link: unknown): string =>
  `Não foi possível anexar a este e-mail: ${missing.join(', ')}.${typeof link === 'string' && link !== '' ? ` Acompanhe em ${link}` : ''}`;
