import { isPlainObject } from './plain-json.js';
import { subschemaKeywords } from './keywords.js';

export type Schema = Readonly<Record<string, unknown>>;

export interface Subschema {
  /** From the schema that holds it: ["properties", "valor"]. */
  readonly path: readonly string[];
  readonly schema: Schema;
}

type Keywords = Readonly<Record<'one' | 'list' | 'map', readonly string[]>>;

/** The schemas that stand directly in a schema; boolean ones say nothing and are left out. */
export function subschemasOf(schema: Schema, keywords: Keywords = subschemaKeywords): Subschema[] {
  const found: Subschema[] = [];
  const add = (candidate: unknown, path: readonly string[]): void => {
    if (isPlainObject(candidate)) found.push({ path, schema: candidate });
  };
  for (const keyword of keywords.one) add(schema[keyword], [keyword]);
  for (const keyword of keywords.list) {
    const list = schema[keyword];
    if (Array.isArray(list)) list.forEach((item, index) => add(item, [keyword, String(index)]));
  }
  for (const keyword of keywords.map) {
    const map = schema[keyword];
    if (isPlainObject(map)) for (const [name, item] of Object.entries(map)) add(item, [keyword, name]);
  }
  return found;
}

/** What a local reference ("#/$defs/endereco") leads to; undefined: nothing. */
export function resolveReference(root: Schema, reference: unknown): unknown {
  if (typeof reference !== 'string' || !/^#(?:\/|$)/.test(reference)) return undefined;
  let node: unknown = root;
  for (const segment of pointerSegments(reference.slice(1))) {
    if (Array.isArray(node)) node = /^\d+$/.test(segment) ? (node[Number(segment)] as unknown) : undefined;
    else if (isPlainObject(node) && Object.hasOwn(node, segment)) node = node[segment];
    else return undefined;
  }
  return node;
}

/** "/properties/a~1b" → ["properties", "a/b"] */
export function pointerSegments(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => decoded(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
