import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { plainText } from '../../shared/plain-text.js';
import { type Problem, problem, refusal, type Result, success } from '../../shared/problem.js';
import { type Beneficiary, BeneficiaryEntity } from './person.entity.js';

/** A member as the operator's systems know them. What is undefined stays as it is, null clears. */
export interface BeneficiaryUpsert {
  readonly membershipNumber: string;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly holderMembershipNumber?: string | null;
}

/** Adds the member with the number, or changes who has it already. */
export async function upsertBeneficiary(ctx: RequestContext, input: BeneficiaryUpsert): Promise<Result<Beneficiary>> {
  const problems = textProblems(input);
  if (problems.length > 0) return refusal(...problems);
  const { operatorId } = ctx.caller;
  return ctx.write(async (em) => {
    // One at a time for each operator: two that make each other a dependant would both find the other one free.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`people ${operatorId}`]);
    const membershipNumber = input.membershipNumber.trim();
    const known = await em.findOne(BeneficiaryEntity, { operatorId, membershipNumber });
    const holder = await holderIn(em, operatorId, input, known);
    if (!holder.ok) return holder;
    const now = ctx.clock.now();
    const given = {
      name: input.name.trim(),
      searchName: plainText(input.name),
      ...(input.email !== undefined && { email: input.email }),
      ...(input.phone !== undefined && { phone: input.phone?.trim() ?? null }),
      ...(holder.value !== undefined && { holderId: holder.value }),
      registeredAt: now,
    };
    const made = { email: null, phone: null, holderId: null, subject: null, createdAt: now, ...given };
    // Somebody who signs in with the number for the first time may come between.
    await em.upsert(
      BeneficiaryEntity,
      { operatorId, id: known?.id ?? newId('beneficiary', now), membershipNumber, ...made },
      {
        onConflictFields: ['operatorId', 'membershipNumber'],
        onConflictAction: 'merge',
        onConflictMergeFields: Object.keys(given) as (keyof typeof given)[],
      },
    );
    return success(
      await em.findOneOrFail(BeneficiaryEntity, { operatorId, membershipNumber }, { disableIdentityMap: true }),
    );
  });
}

const path = (field: keyof BeneficiaryUpsert): readonly string[] => ['input', field];

const longest = { membershipNumber: 100, name: 200, phone: 40, email: 254 } as const;

function textProblems(input: BeneficiaryUpsert): Problem[] {
  return (Object.keys(longest) as (keyof typeof longest)[]).flatMap((field) => {
    const value = input[field];
    if (value === null || value === undefined) return [];
    if (value.trim() === '') return [problem('REQUIRED', 'It cannot be blank.', path(field))];
    if (value.length > longest[field]) {
      return [problem('INVALID', `${longest[field]} characters at the most.`, path(field))];
    }
    return /\p{Cc}/u.test(value) ? [problem('INVALID', 'It has control characters.', path(field))] : [];
  });
}

/** The id of the holder that is named: undefined where none is, null where the member is nobody's dependant any more. */
async function holderIn(
  em: EntityManager,
  operatorId: string,
  { membershipNumber, holderMembershipNumber: named }: BeneficiaryUpsert,
  known: Beneficiary | null,
): Promise<Result<string | null | undefined>> {
  if (named === undefined || named === null) return success(named);
  const refuse = (code: 'INVALID' | 'NOT_FOUND', message: string) =>
    refusal(problem(code, message, path('holderMembershipNumber')));
  const number = named.trim();
  if (number === membershipNumber.trim()) return refuse('INVALID', 'Nobody is their own dependant.');
  const holder = await em.findOne(BeneficiaryEntity, { operatorId, membershipNumber: number });
  if (!holder) return refuse('NOT_FOUND', 'There is no such member.');
  if (holder.holderId !== null) return refuse('INVALID', 'A dependant has no dependants.');
  if (known && (await em.count(BeneficiaryEntity, { operatorId, holderId: known.id })) > 0) {
    return refuse('INVALID', 'Who has dependants is no dependant.');
  }
  return success(holder.id);
}
