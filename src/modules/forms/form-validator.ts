import type { ErrorObject } from 'ajv';
import { type Problem, problem } from '../../shared/problem.js';
import { formAjv, withoutIdentity } from './ajv.js';
import { formMessage } from './messages.js';
import { isPlainObject, type JsonFault, plainJsonFaults } from './plain-json.js';
import { pointerSegments, type Schema } from './subschemas.js';

const limits = { bytes: 64 * 1024, depth: 16, items: 1000 };
/** Enough for whoever fills in a form; more is somebody else's. */
const mostProblems = 100;

const limitMessages: Readonly<Record<JsonFault['kind'], string>> = {
  size: 'O formulário preenchido passa de 64 KB.',
  depth: 'O formulário preenchido tem níveis demais.',
  items: 'Informe no máximo 1000 itens.',
  key: 'Este nome de campo não é aceito.',
  value: 'O valor não é aceito.',
};

/** A form made ready to check what was filled in. */
export interface FormValidator {
  /** One FORM_INVALID for each place, with its path below `path`; empty: the data satisfies the form. */
  validate(data: unknown, path: readonly string[]): Problem[];
}

/** Takes some milliseconds: keep the validator for each version of a form. The schema has passed `checkFormSchema`. */
export function compileForm(schema: Schema): FormValidator {
  const check = formAjv().compile(withoutIdentity(schema));
  return {
    validate(data, path) {
      const invalid = (message: string, below: readonly string[]): Problem =>
        problem('FORM_INVALID', message, [...path, ...below]);
      if (!isPlainObject(data)) return [invalid('Preencha o formulário.', [])];
      const faults = plainJsonFaults(data, limits);
      if (faults.length > 0) {
        return faults.slice(0, mostProblems).map((fault) => invalid(limitMessages[fault.kind], fault.path));
      }
      if (check(data)) return [];
      return onePerPlace(check.errors ?? [])
        .slice(0, mostProblems)
        .map((error) => invalid(formMessage(error), placeOf(error)));
    },
  };
}

/** Keywords that report a failed branch beside what failed in it. */
const wrappers = new Set(['if', 'oneOf', 'anyOf']);
const choices = new Set(['oneOf', 'anyOf']);

/**
 * What failed inside the branches of a choice is left out: each branch fails for a reason of its own, and none of them is
 * what the person did wrong. Of several errors at a place the first that says most stays.
 */
function onePerPlace(errors: readonly ErrorObject[]): ErrorObject[] {
  const failedChoices = errors.filter(({ keyword }) => choices.has(keyword)).map(({ schemaPath }) => `${schemaPath}/`);
  const telling = errors.filter(
    ({ keyword, schemaPath }) => keyword !== 'if' && !failedChoices.some((choice) => schemaPath.startsWith(choice)),
  );
  const kept = new Map<string, ErrorObject>();
  for (const error of [...telling.filter(isPlain), ...telling.filter((error) => !isPlain(error))]) {
    const place = JSON.stringify(placeOf(error));
    if (!kept.has(place)) kept.set(place, error);
  }
  return [...kept.values()];
}

const isPlain = ({ keyword }: ErrorObject): boolean => !wrappers.has(keyword);

/** The field at fault: a missing or surplus one is reported by Ajv at what should hold it. */
function placeOf({ instancePath, params, propertyName }: ErrorObject): string[] {
  const named = params as Readonly<Record<string, unknown>>;
  const field = named.missingProperty ?? named.additionalProperty ?? named.unevaluatedProperty ?? named.propertyName;
  const place = pointerSegments(instancePath);
  if (typeof field === 'string') return [...place, field];
  return propertyName === undefined ? place : [...place, propertyName];
}
