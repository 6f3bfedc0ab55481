import { kindOfId } from '../../shared/ids.js';
import { samePlaceKeywords } from './keywords.js';
import { isPlainObject } from './plain-json.js';
import { resolveReference, type Schema, subschemasOf } from './subschemas.js';

/** A schema with those that speak of the same place: branches, conditions, and what a reference leads to. */
export function placeSchemas(root: Schema, schema: Schema): Schema[] {
  const found = new Set<Schema>([schema]);
  // A set hands out what is added to it while it is walked.
  for (const one of found) {
    for (const { schema: sub } of subschemasOf(one, samePlaceKeywords)) found.add(sub);
    const target = resolveReference(root, one.$ref);
    if (isPlainObject(target)) found.add(target);
  }
  return [...found];
}

interface Field {
  readonly name: string;
  readonly schema: Schema;
}

/** The fields of a form by dotted path, parents before what they hold; those of a list's elements without an index. */
function fieldsOf(root: Schema, schema: Schema, prefix = ''): Field[] {
  return placeSchemas(root, schema).flatMap((place) => {
    const properties = isPlainObject(place.properties) ? Object.entries(place.properties) : [];
    const own = properties.flatMap(([key, sub]) => {
      if (!isPlainObject(sub)) return [];
      const name = prefix + key;
      return [{ name, schema: sub }, ...fieldsOf(root, sub, `${name}.`)];
    });
    return [...own, ...elementSchemas(place).flatMap((element) => fieldsOf(root, element, prefix))];
  });
}

const elementSchemas = ({ items, prefixItems, contains }: Schema): Schema[] =>
  [items, contains, ...(Array.isArray(prefixItems) ? prefixItems : [])].filter(isPlainObject);

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Dotted paths of all fields: what conditions may name. */
export const fieldNames = (schema: Schema): string[] => unique(fieldsOf(schema, schema).map((field) => field.name));

/** Dotted paths of the fields that hold sensitive data, marked themselves or by what they hold. */
export const sensitiveFields = (schema: Schema): string[] =>
  unique(
    fieldsOf(schema, schema)
      .filter((field) => placeSchemas(schema, field.schema).some((place) => place['x-sensitive'] !== undefined))
      .map((field) => field.name),
  );

export interface AttachmentReference {
  readonly path: readonly string[];
  readonly id: string;
  /** The content types that the field takes, such as "application/pdf" and "image/*"; absent: any. */
  readonly accept?: readonly string[] | undefined;
  /** The most megabytes that the field takes; absent: as many as any file may have. */
  readonly maxSizeMb?: number | undefined;
}

/** The files that filled-in data names, each by where it does. */
export function attachmentReferences(schema: Schema, data: unknown): AttachmentReference[] {
  const found = new Map<string, AttachmentReference>();
  const visit = (place: Schema, value: unknown, path: readonly string[]): void => {
    const schemas = placeSchemas(schema, place);
    if (typeof value === 'string' && kindOfId(value) && schemas.some((one) => one.format === 'attachment')) {
      const key = JSON.stringify(path);
      found.set(key, { path, id: value, ...limitsIn(schemas), ...limitsOf(found.get(key)) });
    }
    for (const one of schemas) {
      for (const [key, item, sub] of partsOf(one, value)) visit(sub, item, [...path, key]);
    }
  };
  visit(schema, data, []);
  return [...found.values()];
}

type Limits = Pick<AttachmentReference, 'accept' | 'maxSizeMb'>;

/** What the schemas of a place say about a file in it; only what they do say. */
function limitsIn(schemas: readonly Schema[]): Limits {
  const accept = schemas.map((one) => one['x-accept']).find(Array.isArray) as readonly string[] | undefined;
  const maxSizeMb = schemas.map((one) => one['x-maxSizeMb']).find((size) => typeof size === 'number');
  return { ...(accept && { accept }), ...(maxSizeMb !== undefined && { maxSizeMb }) };
}

const limitsOf = ({ accept, maxSizeMb }: Limits = {}): Limits => ({
  ...(accept && { accept }),
  ...(maxSizeMb !== undefined && { maxSizeMb }),
});

/** What a value holds, with the schemas that speak of it. */
function partsOf(schema: Schema, value: unknown): [key: string, item: unknown, schema: Schema][] {
  if (Array.isArray(value)) {
    const elements = elementSchemas(schema);
    return value.flatMap((item, index) => elements.map((sub): [string, unknown, Schema] => [String(index), item, sub]));
  }
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    schemasOfKey(schema, key).map((sub): [string, unknown, Schema] => [key, item, sub]),
  );
}

function schemasOfKey(schema: Schema, key: string): Schema[] {
  const { properties, additionalProperties, unevaluatedProperties, patternProperties } = schema;
  const named = isPlainObject(properties) && Object.hasOwn(properties, key) ? [properties[key]] : [];
  const patterned = isPlainObject(patternProperties) ? Object.values(patternProperties) : [];
  return [...named, ...patterned, additionalProperties, unevaluatedProperties].filter(isPlainObject);
}
