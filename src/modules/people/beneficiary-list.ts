import {
  connectionOf,
  type Connection,
  decodeCursor,
  encodeCursor,
  pageRequest,
} from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { badUserInput } from '../../platform/graphql/errors.js';
import { searchTerm } from '../../platform/graphql/search-term.js';
import { kindOfId } from '../../shared/ids.js';
import { type Beneficiary, BeneficiaryEntity } from './person.entity.js';

export interface BeneficiaryListArgs {
  readonly search?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The members by name; `search` finds part of a name, without accents, or a whole number. */
export async function listBeneficiaries(
  ctx: RequestContext,
  { search, ...args }: BeneficiaryListArgs,
): Promise<Connection<Beneficiary>> {
  const request = pageRequest(args, keyOf);
  const em = await ctx.read();
  const query = em
    .createQueryBuilder(BeneficiaryEntity, 'b')
    .where('b.operator_id = ?', [ctx.caller.operatorId])
    .orderBy({ searchName: 'asc', id: 'asc' })
    .limit(request.limit + 1);
  if (request.after) query.andWhere('(b.search_name, b.id) > (?, ?)', [request.after.searchName, request.after.id]);
  const term = searchTerm(search);
  if (term) {
    query.andWhere('b.id in (select search_beneficiaries(?) union select search_beneficiaries(?))', [
      term.plain,
      term.typed,
    ]);
  }
  return connectionOf(await query.getResultList(), request, ({ searchName, id }) =>
    encodeCursor('NAME', [searchName, id]),
  );
}

function keyOf(cursor: string): { searchName: string; id: string } {
  const [searchName, id] = decodeCursor('NAME', 2, cursor);
  if (typeof searchName !== 'string' || searchName.includes('\0') || kindOfId(String(id)) !== 'beneficiary') {
    throw badUserInput('The cursor is malformed, or of another order.');
  }
  return { searchName, id: String(id) };
}
