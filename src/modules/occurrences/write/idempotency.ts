import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { problem } from '../../../shared/problem.js';
import { contentHash } from './canonical-json.js';
import { Refused } from './refused.js';

/** How long a key is known. */
const keptForMs = 7 * 24 * 60 * 60 * 1000;
const path = ['input', 'idempotencyKey'];

export interface Attempt {
  readonly mutation: string;
  readonly key: string | null | undefined;
  /** What has to be the same for it to be the same attempt. */
  readonly content: unknown;
  /** The id of what this attempt makes. */
  readonly resultId: string;
}

/**
 * The id of what the same attempt made before; null where this one is the first, which then holds the key. Whoever comes
 * meanwhile with the same key waits here for the commit, or takes over after a rollback.
 */
export async function earlierResult(
  em: EntityManager,
  { caller, clock }: RequestContext,
  { mutation, key, content, resultId }: Attempt,
): Promise<string | null> {
  if (key === null || key === undefined) return null;
  if (!/^[\x20-\x7e]{1,200}$/.test(key)) {
    throw new Refused([problem('INVALID', 'A key has 1 to 200 printable ASCII characters.', path)]);
  }
  const hash = contentHash(content);
  const now = clock.now();
  const place = [caller.operatorId, caller.subject, mutation, key];
  const taken = await em.execute<unknown[]>(
    `insert into idempotency_key as kept (operator_id, subject, mutation, key, content_hash, result_id, created_at)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (operator_id, subject, mutation, key) do update
       set content_hash = excluded.content_hash, result_id = excluded.result_id, created_at = excluded.created_at
       where kept.created_at <= ?
     returning 1`,
    [...place, hash, resultId, now.toISOString(), new Date(now.getTime() - keptForMs).toISOString()],
  );
  if (taken.length > 0) return null;
  const [earlier] = await em.execute<{ content_hash: string; result_id: string }[]>(
    `select content_hash, result_id from idempotency_key
      where operator_id = ? and subject = ? and mutation = ? and key = ?`,
    place,
  );
  if (earlier?.content_hash !== hash) {
    throw new Refused([problem('IDEMPOTENCY_MISMATCH', 'This key was used with another content.', path)]);
  }
  return earlier.result_id;
}
