import { isFormat } from './formats.js';
import type { Fault } from './fault.js';
import { annotations, knownKeywords, rootKeywords, samePlaceKeywords } from './keywords.js';
import { patternFault } from './pattern-cost.js';
import { isPlainObject } from './plain-json.js';
import { resolveReference, type Schema, subschemasOf } from './subschemas.js';

const mostFields = 500;
const fieldName = /^[\p{L}_$][\p{L}\p{N}_$ -]{0,63}$/u;

/** What the keywords of a form say, down to the last subschema, that the dialect allows and we do not. */
export function checkSubschema(root: Schema): Fault[] {
  const faults: Fault[] = [];
  let fields = 0;

  const visit = (schema: Schema, path: readonly string[], known: ReadonlySet<string> | undefined): void => {
    const add = (below: readonly string[], message: string): void => {
      faults.push({ path: [...path, ...below], message });
    };
    for (const [keyword, value] of Object.entries(schema)) {
      if (!knownKeywords.has(keyword) && !(path.length === 0 && rootKeywords.has(keyword))) {
        add([keyword], `A form does not know the keyword "${keyword}".`);
      }
      const annotation = Object.hasOwn(annotations, keyword) ? annotations[keyword] : undefined;
      if (annotation && !annotation.takes(value)) add([keyword], `"${keyword}" is ${annotation.expects}.`);
    }
    if (typeof schema.format === 'string' && !isFormat(schema.format)) {
      add(['format'], `A form does not know the format "${schema.format}".`);
    }
    const pattern = typeof schema.pattern === 'string' ? patternFault(schema.pattern) : undefined;
    if (pattern) add(['pattern'], pattern);
    for (const name of namesIn(schema.patternProperties)) {
      const fault = patternFault(name);
      if (fault) add(['patternProperties', name], fault);
    }
    for (const name of namesIn(schema.properties)) {
      fields += 1;
      if (!fieldName.test(name)) {
        add(
          ['properties', name],
          'A field’s name has up to 64 letters, digits, spaces, "_", "$" and "-", a letter first.',
        );
      }
    }
    if (known && Array.isArray(schema.required)) {
      schema.required.forEach((name, index) => {
        if (typeof name === 'string' && !known.has(name)) {
          add(['required', String(index)], `"required" names "${name}", which is no field of the form.`);
        }
      });
    }

    const samePlace = new Set(subschemasOf(schema, samePlaceKeywords).map((sub) => sub.schema));
    for (const sub of subschemasOf(schema)) {
      const below = [...path, ...sub.path];
      if (samePlace.has(sub.schema)) visit(sub.schema, below, known);
      else visit(sub.schema, below, sub.path[0] === '$defs' ? undefined : fieldsOfPlace(root, sub.schema));
    }
  };

  visit(root, [], fieldsOfPlace(root, root));
  if (fields > mostFields) faults.push({ path: ['properties'], message: `A form has at most ${mostFields} fields.` });
  return faults;
}

const namesIn = (map: unknown): string[] => (isPlainObject(map) ? Object.keys(map) : []);

/** All fields that a place may have; undefined where it takes others than those it names. */
function fieldsOfPlace(root: Schema, place: Schema): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<Schema>();
  const pending = [place];
  for (let schema = pending.pop(); schema; schema = pending.pop()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    if (schema.patternProperties !== undefined || isPlainObject(schema.additionalProperties)) return undefined;
    for (const name of namesIn(schema.properties)) names.add(name);
    pending.push(...subschemasOf(schema, samePlaceKeywords).map((sub) => sub.schema));
    const target = resolveReference(root, schema.$ref);
    if (isPlainObject(target)) pending.push(target);
  }
  return names;
}
