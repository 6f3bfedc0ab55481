import { type Action, pushBodyLength, renderTemplate } from '../../../workflow/index.js';
import type { Occasion } from '../channel.js';

export type PushMessage = Readonly<{ title: string; body: string; deepLink: string | null }>;

const longestTitle = 100;
/** A push has 4096 bytes for everything. */
const deepLinkBytes = 2_000;

/** Fills in the templates. @throws where the deep link is longer than a push can carry. */
export function composePush(
  { config }: Pick<Action, 'config'>,
  { values, recorded }: Pick<Occasion, 'values'> & { readonly recorded: { readonly type: { readonly name: string } } },
): PushMessage {
  const rendered = (name: string): string => {
    const template = config[name];
    return typeof template === 'string' ? plain(renderTemplate(template, values)) : '';
  };
  const deepLink = rendered('deepLink');
  if (Buffer.byteLength(deepLink) > deepLinkBytes)
    throw new Error(`The deepLink has more than ${deepLinkBytes} bytes.`);
  const title = rendered('title').replaceAll(/\s+/g, ' ') || recorded.type.name;
  return {
    title: cut(title, longestTitle),
    body: cut(rendered('body'), pushBodyLength),
    deepLink: deepLink === '' ? null : deepLink,
  };
}

/** Without control characters, but for lines, and halves of characters. */
const plain = (text: string): string =>
  text
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
    .toWellFormed();

const graphemes = new Intl.Segmenter('pt-BR');

/** So many code points at the most, an ellipsis included; an emoji or accented letter is kept whole or left out. */
export function cut(text: string, most: number): string {
  if ([...text].length <= most) return text;
  let kept = '';
  let room = most - 1;
  for (const { segment } of graphemes.segment(text)) {
    room -= [...segment].length;
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
