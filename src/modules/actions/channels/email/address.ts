const local = /^[^\s\p{Cc}@,;:<>()[\]"\\]{1,64}$/u;
const domain = /^[^\s\p{Cc}@,;:<>()[\]"\\]+\.[^\s\p{Cc}@.,;:<>()[\]"\\]{2,}$/u;

/** One address and nothing else: no list, no name, no line of a header. */
export function isEmailAddress(text: string): boolean {
  const [before = '', after = '', ...rest] = text.split('@');
  return text.length <= 254 && rest.length === 0 && local.test(before) && domain.test(after);
}

/** Of `Operadora <nao-responda@example.org>`: `example.org`. */
export const domainOf = (sender: string): string =>
  /@([a-z0-9.-]+)>?\s*$/i.exec(sender)?.[1]?.toLowerCase() ?? 'localhost';
