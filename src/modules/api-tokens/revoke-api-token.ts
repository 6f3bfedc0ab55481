import type { RequestContext } from '../../platform/graphql/context.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { changeConfiguration, elementChange } from '../configuration/index.js';
import { type ApiToken, apiTokenOf, elementOf, logged } from './api-token.js';
import { type ApiTokenRow, ApiTokenEntity } from './api-token.entity.js';
import type { KnownApiTokens } from './known-api-tokens.js';

/** Ends a token for good; one that has ended stays as it was. */
export async function revokeApiToken(
  ctx: RequestContext,
  id: string,
  known: Pick<KnownApiTokens, 'forget'>,
): Promise<Result<ApiToken>> {
  const { operatorId } = ctx.caller;
  const revoked = await changeConfiguration(ctx, async (em) => {
    const row: ApiTokenRow | null = await em.findOne(ApiTokenEntity, { operatorId, id }, { disableIdentityMap: true });
    if (!row) return refusal(problem('NOT_FOUND', 'There is no such token.', ['id']));
    const before = apiTokenOf(row);
    const after = { ...before, revokedAt: before.revokedAt ?? ctx.clock.now() };
    if (before.revokedAt === null) await em.nativeUpdate(ApiTokenEntity, { operatorId, id }, after);
    return success({
      value: { apiToken: after, digest: row.digest },
      changes: elementChange(elementOf(row), before, after, logged),
    });
  });
  if (!revoked.ok) return revoked;
  known.forget(revoked.value.digest);
  return success(revoked.value.apiToken);
}
