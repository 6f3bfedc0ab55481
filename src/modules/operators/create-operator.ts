import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Database } from '../../platform/database/database.js';
import { newId } from '../../shared/ids.js';
import { problem, refusal, type Problem, type Result, success } from '../../shared/problem.js';
import { type Operator, OperatorEntity } from './operator.entity.js';
import { isTimeZone } from './time-zone.js';

export interface NewOperator {
  /** What tokens name it by: lower case, digits, hyphens. */
  readonly slug: string;
  readonly name: string;
  /** Six digits, its number at the regulator. */
  readonly ansRegistry: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** A new tenant. */
export async function createOperator(database: Database, input: NewOperator, now: Date): Promise<Result<Operator>> {
  const problems = checkOperator(input);
  if (problems.length > 0) return refusal(...problems);
  const id = newId('operator', now);
  try {
    return await database.transaction({ operatorId: id }, async (em) => {
      const operator = em.create(OperatorEntity, {
        ...input,
        id,
        hidesAttendants: false,
        configurationVersion: 1,
        createdAt: now,
      });
      await em.flush();
      return success(operator);
    });
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return refusal(problem('TAKEN', `There is an operator "${input.slug}" already.`, ['slug']));
  }
}

function checkOperator({ slug, name, ansRegistry, timeZone }: NewOperator): Problem[] {
  const checks: [boolean, Problem][] = [
    [
      /^[a-z][a-z0-9-]{0,62}$/.test(slug),
      problem('INVALID', 'The slug starts with a letter and has lower-case letters, digits and hyphens, 63 at most.', [
        'slug',
      ]),
    ],
    [name.trim() !== '' && name.length <= 200, problem('INVALID', 'The name has 1 to 200 characters.', ['name'])],
    [/^[0-9]{6}$/.test(ansRegistry), problem('INVALID', 'The ANS registry has six digits.', ['ans'])],
    [isTimeZone(timeZone), problem('INVALID', `"${timeZone}" is no IANA time zone.`, ['timeZone'])],
  ];
  return checks.filter(([holds]) => !holds).map(([, failed]) => failed);
}
