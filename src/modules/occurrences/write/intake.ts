import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../../platform/auth/caller.js';
import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { FormDefinition } from '../../forms/index.js';
import type { Catalogue, OccurrenceType } from '../../workflow/index.js';
import { type FilledIn, fillIn } from './fill-in.js';

export interface Intake extends FilledIn {
  readonly form: FormDefinition;
}

export interface IntakeGiven {
  readonly intake: unknown;
  readonly type: OccurrenceType;
  readonly catalogue: Catalogue;
  readonly caller: Caller;
  readonly now: Date;
}

const path = ['input', 'intake'];

/** The intake against the newest version of the type's form; null where the type asks for none. */
export async function intakeOf(em: EntityManager, given: IntakeGiven): Promise<Result<Intake | null>> {
  const { intake, type, catalogue, caller, now } = given;
  const isGiven = intake !== null && intake !== undefined;
  if (type.intakeFormId === null) {
    return isGiven ? refusal(problem('INVALID', `Type "${type.key}" asks for no intake.`, path)) : success(null);
  }
  if (!isGiven) return refusal(problem('REQUIRED', `Type "${type.key}" needs its form filled in.`, path));
  const form = catalogue.form(type.intakeFormId);
  if (!form) throw new Error(`Type ${type.id} has form ${type.intakeFormId}, which is not there`);
  const filled = await fillIn(em, { form, data: intake, path, caller, occurrenceId: null, now });
  return filled.ok ? success({ ...filled.value, form }) : filled;
}
