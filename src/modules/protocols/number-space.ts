import type { EntityManager } from '@mikro-orm/postgresql';
import type { Operator } from '../operators/index.js';
import { type Problem, problem } from '../../shared/problem.js';
import { isTwentyDigits, meet, type NumberShape, shapesOf, shapesPattern } from './number-shapes.js';
import { isAnsNumberOf } from './number.js';
import { type Numbering, numberingOf, type NumberedType } from './numbering.js';
import { longestNumber } from './pattern.js';
import type { ProtocolType } from './protocol.entity.js';
import { usedNumberings } from './sequence.js';

type Space = Pick<Operator, 'id' | 'ansRegistry'>;

/**
 * Why numbers of this content could be too long, or the same as others: those of another type, those that an earlier
 * numbering issued, those that systems brought along. Configuration being locked, none of them comes to be meanwhile.
 */
export async function spaceProblems(
  em: EntityManager,
  operator: Space,
  content: NumberedType,
  others: readonly ProtocolType[],
): Promise<Problem[]> {
  const numbering = numberingOf(content, operator);
  if (content.numbering === 'ANS') return [];
  const path = ['input', content.pattern === null ? 'prefix' : 'pattern'];
  const shapes = shapesOf(numbering);
  if (shapes.some(isTwentyDigits)) {
    return [problem('INVALID', 'Numbers of 20 digits are the regulator’s: numbering ANS makes them.', path)];
  }
  if (shapes.some(({ length }) => length > longestNumber)) {
    return [problem('INVALID', `A number would be longer than ${longestNumber} characters.`, path)];
  }
  const other = others.find((type) => collides(numbering, numberingOf(type, operator)));
  if (other) return [problem('TAKEN', `Its numbers could be the same as those of "${other.key}".`, path)];
  return [
    ...(await issuedProblems(em, operator.id, numbering, shapes)),
    ...(await broughtProblems(em, operator.id, shapes)),
  ].map((message) => problem('TAKEN', message, path));
}

const same = (one: Numbering, other: Numbering): boolean => one.pattern === other.pattern && one.reset === other.reset;

const collides = (one: Numbering, other: Numbering): boolean =>
  !same(one, other) && meet(shapesOf(one), shapesOf(other));

async function issuedProblems(
  em: EntityManager,
  operatorId: string,
  numbering: Numbering,
  shapes: readonly NumberShape[],
): Promise<string[]> {
  const used = await usedNumberings(em, operatorId);
  const issued = used.find(
    (earlier) => !same(earlier, numbering) && meet(shapesOf(earlier, String(earlier.last).length), shapes),
  );
  if (!issued) return [];
  return [`Its numbers could be the same as those that "${issued.pattern}" (${issued.reset}) has issued already.`];
}

async function broughtProblems(
  em: EntityManager,
  operatorId: string,
  shapes: readonly NumberShape[],
): Promise<string[]> {
  const [brought] = await em.execute<{ number: string }[]>(
    'select number from protocol where operator_id = ? and protocol_type_id is null and number ~ ? limit 1',
    [operatorId, shapesPattern(shapes)],
  );
  return brought ? [`A system has brought along "${brought.number}", which would be one of its numbers.`] : [];
}

/** Whether a number is of a shape that this operator issues, now or by a type that is out of use; small letters count as capital ones. */
export function isOwnShape(
  types: readonly NumberedType[],
  operator: Pick<Operator, 'ansRegistry'>,
  number: string,
): boolean {
  if (isAnsNumberOf(operator.ansRegistry, number)) return true;
  const capital = number.toUpperCase();
  return types.some((type) => new RegExp(shapesPattern(shapesOf(numberingOf(type, operator)))).test(capital));
}
