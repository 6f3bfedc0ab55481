import { rowsById } from '../../platform/database/select-rows.js';
import { contextLoader, contextLoaderById, contextValue } from '../../platform/graphql/context.js';
import { type Beneficiary, BeneficiaryEntity } from './person.entity.js';

/** A member by id, whoever is asking: for the members of an occurrence that the caller sees. */
export const beneficiaryLoader = contextLoaderById<Beneficiary>((em, ids, operatorId) =>
  rowsById(em, BeneficiaryEntity, operatorId, ids),
);

/** The dependants of a member, by name. */
export const dependantsLoader = contextLoader<string, Beneficiary[]>(async (ctx, holderIds) => {
  const em = await ctx.read();
  const { operatorId } = ctx.caller;
  const found = await em.find(
    BeneficiaryEntity,
    { operatorId, holderId: { $in: [...holderIds] } },
    { orderBy: { searchName: 'asc', id: 'asc' } },
  );
  const byHolder = Map.groupBy(found, ({ holderId }) => holderId);
  return holderIds.map((id) => byHolder.get(id) ?? []);
});

/** The ids of the calling member and their dependants; none for staff and systems. */
export const familyOf = contextValue(async (ctx): Promise<readonly string[]> => {
  const { kind, personId } = ctx.caller;
  if (kind !== 'BENEFICIARY') return [];
  return [personId, ...(await dependantsLoader(ctx).load(personId)).map(({ id }) => id)];
});
