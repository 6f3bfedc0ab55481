import { type PlainRow, plainRow } from '../../platform/database/plain-row.js';
import type { ApiTokenRow } from './api-token.entity.js';

/** A token as it may be shown: not even its digest. */
export type ApiToken = Omit<PlainRow<ApiTokenRow>, 'digest'>;

export function apiTokenOf(row: ApiTokenRow): ApiToken {
  const { digest: _digest, ...shown } = plainRow(row);
  return shown;
}

/** As the log of the configuration has it. */
export const logged = ({ id, name, scopes, expiresAt, revokedAt }: ApiToken) => ({
  id,
  name,
  scopes: [...scopes],
  expiresAt: expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
});

/** Where it stands in that log. */
export const elementOf = ({ name }: Pick<ApiToken, 'name'>): string => `ApiToken ${name}`;
