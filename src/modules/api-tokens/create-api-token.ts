import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { type Result, success } from '../../shared/problem.js';
import { changeConfiguration, elementChange } from '../configuration/index.js';
import { loadOperator } from '../operators/index.js';
import { type ApiToken, apiTokenOf, elementOf, logged } from './api-token.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { decideApiToken, type NewApiToken } from './new-api-token.js';
import { digestOf, newTokenText } from './token-text.js';

/** A new token. Its text is in this answer and nowhere else. */
export function createApiToken(
  ctx: RequestContext,
  input: NewApiToken,
): Promise<Result<{ apiToken: ApiToken; secret: string }>> {
  return changeConfiguration(ctx, async (em) => {
    const { operatorId, name: createdBy } = ctx.caller;
    const now = ctx.clock.now();
    const decided = decideApiToken(input, now);
    if (!decided.ok) return decided;
    const { slug } = await loadOperator(em, operatorId);
    const secret = newTokenText(slug);
    const { name, expiresAt, scopes } = decided.value;
    const row = {
      operatorId,
      id: newId('apiToken', now),
      digest: digestOf(secret),
      name,
      scopes: [...scopes],
      createdBy,
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    };
    await em.insert(ApiTokenEntity, row);
    const apiToken = apiTokenOf(row);
    return success({ value: { apiToken, secret }, changes: elementChange(elementOf(row), null, apiToken, logged) });
  });
}
