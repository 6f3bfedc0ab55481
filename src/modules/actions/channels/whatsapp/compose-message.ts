import { type Action, renderTemplate } from '../../../workflow/index.js';
import type { Occasion } from '../channel.js';

export type WhatsAppMessage = Readonly<{
  to: string;
  template: string;
  language: string;
  params: readonly string[];
}>;

const longestParam = 1_024;

/** Fills in the templates. */
export function composeMessage(
  { config }: Pick<Action, 'config'>,
  { values }: Pick<Occasion, 'values'>,
): WhatsAppMessage {
  const params = Array.isArray(config['params']) ? config['params'].map(String) : [];
  return {
    to: renderTemplate(String(config['to']), values).trim(),
    template: String(config['template']),
    language: String(config['language']),
    params: params.map((param) => parameter(renderTemplate(param, values))),
  };
}

/** Meta takes no parameter with lines, tabs or many spaces in a row, and none that is empty. */
const parameter = (text: string): string =>
  [...text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, longestParam).join('') || '-';
