import type { Problem } from '../../shared/problem.js';
import { conditionHolds } from './condition-evaluation.js';
import { checkCondition } from './conditions.js';
import { type Fault, placed } from './fault.js';
import type { OccurrenceType, RegulatoryKind, RegulatoryRule } from './model.js';

export const mostRegulatoryRules = 20;

/** What is wrong with the rules of a type; `names` are the fields of its intake form. */
export function checkRegulatoryRules(
  fault: Fault,
  rules: readonly RegulatoryRule[],
  names: ReadonlySet<string>,
): Problem[] {
  if (rules.length > mostRegulatoryRules) {
    return [fault('INVALID', `It has more than ${mostRegulatoryRules} rules.`, 'regulatoryRules')];
  }
  return placed(
    fault,
    rules.flatMap(({ condition }, i) => checkCondition(condition, names, ['regulatoryRules', String(i), 'condition'])),
  );
}

/** The kind of a request by what was filled in to open it: the first rule that holds decides, else the type. */
export function regulatoryKindOf(
  { regulatoryRules, regulatoryKind }: Pick<OccurrenceType, 'regulatoryRules' | 'regulatoryKind'>,
  intake: Readonly<Record<string, unknown>> | null,
): RegulatoryKind | null {
  const values = { formulario: intake ?? {} };
  return regulatoryRules.find(({ condition }) => conditionHolds(condition, values))?.kind ?? regulatoryKind;
}
