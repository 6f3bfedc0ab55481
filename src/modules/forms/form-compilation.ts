import { Ajv2020 } from 'ajv/dist/2020.js';
import { dialect, formAjv, withoutIdentity } from './ajv.js';
import type { Fault } from './fault.js';
import { pointerSegments, type Schema } from './subschemas.js';

const dialectCheck = new Ajv2020({ allErrors: true }).getSchema(dialect);

/** Where a schema is none of JSON Schema 2020-12. */
export function dialectFaults(schema: Schema): Fault[] {
  const named = schema.$schema;
  if (named !== undefined && named !== dialect && named !== `${dialect}#`) {
    return [{ path: ['$schema'], message: `A form is written in JSON Schema 2020-12: ${dialect}` }];
  }
  if (!dialectCheck || dialectCheck(schema) === true) return [];
  return (dialectCheck.errors ?? []).map(({ instancePath, message, params }) => ({
    path: pointerSegments(instancePath),
    message: `JSON Schema 2020-12: ${message}${allowed(params)}.`,
  }));
}

const allowed = (params: Record<string, unknown>): string =>
  Array.isArray(params.allowedValues) ? ` (${params.allowedValues.join(', ')})` : '';

/**
 * What strict mode says, all of it: Ajv would throw the first. What is `wrong` already is cut out before, since the
 * compiler stops at it; what else it says about those places is a consequence.
 */
export function strictFaults(schema: Schema, wrong: readonly Fault[]): Fault[] {
  const warnings: string[] = [];
  const logger = { log: () => {}, error: () => {}, warn: (text: unknown) => void warnings.push(String(text)) };
  try {
    formAjv({ strict: 'log', logger }).compile(withoutIdentity(without(schema, wrong)));
  } catch (error) {
    if (wrong.length === 0) warnings.push(error instanceof Error ? error.message : String(error));
  }
  return warnings.map(strictFault).filter((fault) => !wrong.some(({ path }) => holds(fault.path, path)));
}

const holds = (outer: readonly string[], inner: readonly string[]): boolean =>
  outer.every((segment, index) => segment === inner[index]);

function without(schema: Schema, wrong: readonly Fault[]): Schema {
  const rest: Schema = structuredClone(schema);
  for (const { path } of wrong) {
    let holder: unknown = rest;
    for (const [index, segment] of path.entries()) {
      if (typeof holder !== 'object' || holder === null) break;
      const node = holder as Record<string, unknown>;
      const next = node[segment];
      // Of a list at fault the whole goes: without one element it might say something else.
      if (index === path.length - 1 || (Array.isArray(next) && index === path.length - 2)) delete node[segment];
      holder = next;
    }
  }
  return rest;
}

/** 'strict mode: missing type "string" for keyword "minLength" at "#/properties/nome" (strictTypes)' */
function strictFault(warning: string): Fault {
  const [, what = warning, place = '#'] =
    /^(?:strict mode: )?(.*?)(?: at "?(#[^"]*)"?)?(?: \(strict\w*\))?$/s.exec(warning) ?? [];
  return { path: pointerSegments(place.slice(1)), message: `Strict mode: ${what}.` };
}
