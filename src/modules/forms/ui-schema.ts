import { type Problem, problem } from '../../shared/problem.js';
import { placeSchemas } from './fields.js';
import { isPlainObject, plainJsonFaults } from './plain-json.js';
import { pointerSegments, type Schema } from './subschemas.js';

const limits = { bytes: 256 * 1024, depth: 32, items: 1000 };
const layouts = new Set(['VerticalLayout', 'HorizontalLayout', 'Group', 'Categorization', 'Category']);

/** Is this a JSON Forms layout of that form? All problems, each with its path below `path`. None at all is a layout, too. */
export function checkUiSchema(uiSchema: unknown, schema: Schema, path: readonly string[]): Problem[] {
  if (uiSchema === null || uiSchema === undefined) return [];
  if (plainJsonFaults(uiSchema, limits).length > 0) {
    return [problem('INVALID', 'A layout is plain JSON of at most 256 KiB and 32 levels.', path)];
  }
  const problems: Problem[] = [];
  const visit = (element: unknown, at: readonly string[]): void => {
    const add = (message: string, ...below: string[]): void => {
      problems.push(problem('INVALID', message, [...at, ...below]));
    };
    if (!isPlainObject(element)) return add('An element of a layout is an object.');
    const { type, scope, elements, rule } = element;
    if (typeof type !== 'string' || type === '') add('An element of a layout has a type.', 'type');
    if (type === 'Control' && scope === undefined) add('A control names its field in "scope".', 'scope');
    if (scope !== undefined && !isField(schema, scope)) add('"scope" points at no field of the form.', 'scope');
    if (elements !== undefined && !Array.isArray(elements)) add('The elements of a layout are a list.', 'elements');
    else if (Array.isArray(elements)) elements.forEach((one, index) => visit(one, [...at, 'elements', String(index)]));
    else if (layouts.has(String(type))) add('A layout lists its elements.', 'elements');
    for (const [below, condition] of conditionsOf(rule)) {
      if (condition.scope !== undefined && condition.scope !== '#' && !isField(schema, condition.scope)) {
        add('"scope" points at no field of the form.', 'rule', ...below, 'scope');
      }
    }
  };
  visit(uiSchema, path);
  return problems;
}

type Condition = Readonly<Record<string, unknown>>;

/** The conditions of a rule: one, or several joined by "AND" or "OR". */
function conditionsOf(rule: unknown): [below: string[], condition: Condition][] {
  if (!isPlainObject(rule) || !isPlainObject(rule.condition)) return [];
  const { condition } = rule;
  const joined = Array.isArray(condition.conditions) ? (condition.conditions as unknown[]) : [];
  const all: [string[], unknown][] = [
    [['condition'], condition],
    ...joined.map((one, index): [string[], unknown] => [['condition', 'conditions', String(index)], one]),
  ];
  return all.filter((entry): entry is [string[], Condition] => isPlainObject(entry[1]));
}

/** "#/properties/endereco/properties/cep", through branches and references, too. */
function isField(root: Schema, scope: unknown): boolean {
  if (typeof scope !== 'string' || !scope.startsWith('#/')) return false;
  const segments = pointerSegments(scope.slice(1));
  if (segments.length % 2 !== 0) return false;
  let places = placeSchemas(root, root);
  for (let i = 0; i < segments.length; i += 2) {
    const [keyword, name] = [segments[i], segments[i + 1]!];
    if (keyword !== 'properties') return false;
    places = places
      .flatMap(({ properties }) =>
        isPlainObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
      )
      .filter(isPlainObject)
      .flatMap((sub) => placeSchemas(root, sub));
  }
  return places.length > 0;
}
