import type { AttachmentReference } from '../../forms/index.js';

interface File {
  readonly contentType: string;
  readonly byteSize: number;
}

const accepts = (accept: readonly string[], contentType: string): boolean =>
  accept.some((type) => (type.endsWith('/*') ? contentType.startsWith(type.slice(0, -1)) : contentType === type));

/** Why a field does not take the file, in words for whoever fills it in; null: it does. */
export function fileProblem(
  { accept, maxSizeMb }: Pick<AttachmentReference, 'accept' | 'maxSizeMb'>,
  file: File,
): string | null {
  if (accept && !accepts(accept, file.contentType)) return 'Este tipo de arquivo não é aceito aqui.';
  return maxSizeMb !== undefined && file.byteSize > maxSizeMb * 1024 * 1024
    ? `O arquivo passa de ${maxSizeMb} MB.`
    : null;
}

/** A copy of the data with other values at these places. */
export function withValues(
  data: Readonly<Record<string, unknown>>,
  values: readonly (readonly [path: readonly string[], value: string])[],
): Record<string, unknown> {
  const copy = structuredClone(data) as Record<string, unknown>;
  for (const [path, value] of values) {
    let place = copy;
    for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
    place[path.at(-1)!] = value;
  }
  return copy;
}
