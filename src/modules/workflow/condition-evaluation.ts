import jsonLogic, { type RulesLogic } from 'json-logic-js';

/** Own properties alone: the library's `var` would reach `constructor` and the like. */
function ownValue(values: unknown, name: unknown, fallback: unknown): unknown {
  let value = values;
  for (const part of String(name).split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return fallback;
    value = (value as Record<string, unknown>)[part];
  }
  return value ?? fallback;
}
jsonLogic.add_operation('var', function (this: unknown, name: unknown, fallback: unknown = null) {
  return ownValue(this, name, fallback);
});
jsonLogic.rm_operation('log');

/**
 * Whether a checked condition holds; null always does. `values` are nested as the names are: `{ status: { chave }, formulario:
 * { … }, abas: { <tab key>: { … } } }`. What cannot be evaluated over the values given does not hold.
 */
export function conditionHolds(
  rule: Readonly<Record<string, unknown>> | null,
  values: Readonly<Record<string, unknown>>,
): boolean {
  if (rule === null) return true;
  try {
    const outcome: unknown = jsonLogic.apply(rule as RulesLogic, values);
    return Array.isArray(outcome) ? outcome.length > 0 : Boolean(outcome);
  } catch {
    return false;
  }
}
