import type { Fault } from './fault.js';
import { isPlainObject } from './plain-json.js';
import { pointerSegments, resolveReference, type Schema, subschemasOf } from './subschemas.js';

const mostReferences = 200;
/** Subschemas once every reference is replaced by what it leads to: what validation may have to visit. */
const mostSubschemas = 20_000;

/** References that leave the document, lead nowhere, go round in circles, or multiply what is to be checked. */
export function referenceFaults(root: Schema): Fault[] {
  const found = references(root, []);
  const parts = allSubschemas(root);
  const faults = found.flatMap(({ path, schema }) => {
    const fault = faultOf(root, schema.$ref, parts);
    return fault ? [{ path: [...path, '$ref'], message: fault }] : [];
  });
  if (faults.length > 0) return faults;
  if (found.length > mostReferences) {
    return [{ path: [], message: `A form has at most ${mostReferences} references.` }];
  }
  return costFaults(root);
}

const references = (schema: Schema, path: readonly string[]): { path: readonly string[]; schema: Schema }[] => [
  ...('$ref' in schema ? [{ path, schema }] : []),
  ...subschemasOf(schema).flatMap((sub) => references(sub.schema, [...path, ...sub.path])),
];

/** Every part that has been checked as a schema: what a `const` or `default` holds has not. */
const allSubschemas = (root: Schema): Set<unknown> =>
  new Set([root, ...subschemasOf(root).flatMap((sub) => [...allSubschemas(sub.schema)])]);

function faultOf(root: Schema, reference: unknown, parts: ReadonlySet<unknown>): string | undefined {
  if (typeof reference !== 'string' || !/^#(?:\/|$)/.test(reference)) {
    return 'A reference stays in its form: "#/…" and nothing else.';
  }
  return parts.has(resolveReference(root, reference)) ? undefined : `"${reference}" leads to no schema.`;
}

function costFaults(root: Schema): Fault[] {
  const weights = new Map<Schema, number>();
  const open = new Set<Schema>();
  const circles: Fault[] = [];
  const weigh = (schema: Schema, path: readonly string[]): number => {
    const known = weights.get(schema);
    if (known !== undefined) return known;
    open.add(schema);
    let weight = 1;
    for (const sub of subschemasOf(schema)) {
      const own = weigh(sub.schema, [...path, ...sub.path]);
      if (sub.path[0] !== '$defs') weight += own;
    }
    const target = resolveReference(root, schema.$ref);
    if (isPlainObject(target)) {
      const at = [...path, '$ref'];
      if (open.has(target)) circles.push({ path: at, message: 'The reference goes round in a circle.' });
      else weight += weigh(target, pointerSegments(String(schema.$ref).slice(1)));
    }
    open.delete(schema);
    weights.set(schema, weight);
    return weight;
  };
  const total = weigh(root, []);
  if (circles.length > 0 || total <= mostSubschemas) return circles;
  return [{ path: [], message: `A form has at most ${mostSubschemas} parts once its references are followed.` }];
}
