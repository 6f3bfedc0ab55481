import type { EntityManager } from '@mikro-orm/postgresql';
import type { Action, OccurrenceType } from './model.js';
import { HookPreviousSecretEntity } from './workflow.entity.js';

/** For so long the secret that was replaced signs too, so that a receiver may change when it suits it. */
const overlapMs = 24 * 3_600_000;

/**
 * Keeps the secrets that a change of the type replaces. One for each hook: the next change ends the one before, so that
 * a secret that has become known is gone after two.
 */
export async function retireSecrets(
  em: EntityManager,
  operatorId: string,
  { before, after, now }: { before: OccurrenceType | null; after: OccurrenceType; now: Date },
): Promise<void> {
  const stored = new Map(before?.actions.map((action) => [action.id, secretOf(action)]));
  const validUntil = new Date(now.getTime() + overlapMs);
  for (const action of after.actions) {
    const secret = stored.get(action.id);
    if (secret === undefined || secret === secretOf(action)) continue;
    await em.upsert(HookPreviousSecretEntity, { operatorId, actionId: action.id, secret, validUntil });
  }
}

/** What a hook is signed with at that time: its secret, and the one before it for a while. */
export async function hookSecrets(
  em: EntityManager,
  { operatorId, action, now }: { operatorId: string; action: Action; now: Date },
): Promise<string[]> {
  const secret = secretOf(action);
  if (secret === undefined) return [];
  const previous = await em.findOne(
    HookPreviousSecretEntity,
    { operatorId, actionId: action.id, validUntil: { $gt: now } },
    { disableIdentityMap: true },
  );
  return previous ? [secret, previous.secret] : [secret];
}

const secretOf = ({ kind, config }: Action): string | undefined =>
  kind === 'HOOK' && typeof config['secret'] === 'string' ? config['secret'] : undefined;
