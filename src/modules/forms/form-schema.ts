import { type Problem, problem } from '../../shared/problem.js';
import type { Fault } from './fault.js';
import { dialectFaults, strictFaults } from './form-compilation.js';
import { checkSubschema } from './form-keywords.js';
import { isPlainObject, type JsonFault, plainJsonFaults } from './plain-json.js';
import { referenceFaults } from './references.js';
import type { Schema } from './subschemas.js';

const limits = { bytes: 256 * 1024, depth: 32, items: 1000 };

const limitMessages: Readonly<Record<JsonFault['kind'], string>> = {
  size: 'A form has at most 256 KiB.',
  depth: 'A form is at most 32 levels deep.',
  items: 'A list in a form has at most 1000 elements.',
  key: 'This name is refused: it is one of JavaScript’s own.',
  value: 'A form is plain JSON.',
};

/**
 * Is this a form that we take: an object schema of JSON Schema 2020-12 in strict mode, with formats and keywords that we
 * know, without other documents, bounded in what it costs? All problems, one for each place, below `path`.
 */
export function checkFormSchema(schema: unknown, path: readonly string[]): Problem[] {
  const faults = new Map<string, Fault>();
  for (const fault of faultsOf(schema)) {
    const place = JSON.stringify(fault.path);
    if (!faults.has(place)) faults.set(place, fault);
  }
  return [...faults.values()].map((fault) => problem('INVALID', fault.message, [...path, ...fault.path]));
}

function faultsOf(schema: unknown): Fault[] {
  if (!isPlainObject(schema)) return [{ path: [], message: 'A form is a JSON Schema, an object.' }];
  const bounds = plainJsonFaults(schema, limits);
  if (bounds.length > 0) return bounds.map(({ kind, path }) => ({ path, message: limitMessages[kind] }));

  const wrong = [...rootFaults(schema), ...dialectFaults(schema), ...checkSubschema(schema)];
  const references = referenceFaults(schema);
  // What leads nowhere, or round in circles, cannot be compiled.
  return references.length > 0 ? [...wrong, ...references] : [...wrong, ...strictFaults(schema, wrong)];
}

function rootFaults(schema: Schema): Fault[] {
  const faults: Fault[] = [];
  if (schema.type !== 'object') faults.push({ path: ['type'], message: 'A form is a schema of type "object".' });
  if (!isPlainObject(schema.properties)) {
    faults.push({ path: ['properties'], message: 'A form lists its fields in "properties".' });
  }
  return faults;
}
