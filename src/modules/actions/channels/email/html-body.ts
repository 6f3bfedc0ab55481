const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character]!);

const address = /https?:\/\/[^\s<>"']+/g;
const trailing = /[.,;:!?)\]}]+$/;

/** The addresses that a text names, without what ends the sentence around them. */
const addressesIn = (text: string): string[] => (text.match(address) ?? []).map((found) => found.replace(trailing, ''));

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

/** Where links may lead: to the product, and where the template itself leads, whatever its names stand for. */
export const linkableOrigins = (template: string, link: unknown): ReadonlySet<string> => {
  // Behind `https://host{{` the host could go on with what a name stands for.
  const fixed = addressesIn(template.replaceAll(/\{\{|\{%/g, ' $&'));
  const origins = [...fixed, ...(typeof link === 'string' ? [link] : [])].map(originOf);
  return new Set(origins.filter((origin) => origin !== null));
};

/** A plain text as HTML: paragraphs, lines, and links to the origins given. Nothing of the text is taken for markup. */
export function htmlOf(text: string, origins: ReadonlySet<string>): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${withLinks(paragraph, origins).replaceAll('\n', '<br>\n')}</p>`);
  return `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"></head><body>
${paragraphs.join('\n')}
</body></html>
`;
}

function withLinks(text: string, origins: ReadonlySet<string>): string {
  let html = '';
  let from = 0;
  for (const { index, 0: found } of text.matchAll(address)) {
    const url = found.replace(trailing, '');
    const origin = originOf(url);
    if (origin === null || !origins.has(origin)) continue;
    html += `${escaped(text.slice(from, index))}<a href="${escaped(url)}">${escaped(url)}</a>`;
    from = index + url.length;
  }
  return html + escaped(text.slice(from));
}
