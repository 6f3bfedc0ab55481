const longestBytes = 255;

/** Marks that turn the direction of a text: with them, `gpj.exe` reads as `exe.jpg`. */
const unseen = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\u2060\ufeff]/gu;

/**
 * A name that is safe on every disk and screen: without folders, control characters or marks that turn the direction
 * of the text, and 255 bytes long at the most. Null where nothing is left of it.
 */
export function safeFileName(given: string): string | null {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return name === '' ? null : shortened(name);
}

/** Cut before its extension, and never within a character. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longestBytes) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  const room = longestBytes - Buffer.byteLength(extension);
  let stem = '';
  let bytes = 0;
  for (const character of name.slice(0, name.length - extension.length)) {
    bytes += Buffer.byteLength(character);
    if (bytes > room) break;
    stem += character;
  }
  return stem + extension;
}
