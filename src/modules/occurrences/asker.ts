import type { Caller } from '../../platform/auth/caller.js';
import type { Actor } from './actor.js';
import type { Asker } from './policy.js';

/** The caller as the history names them. */
export const actorOf = (caller: Caller): Actor => ({
  kind: caller.kind,
  id: caller.personId,
  name: caller.name,
  roles: caller.roles,
  attendantId: caller.kind === 'STAFF' ? caller.personId : null,
  beneficiaryId: caller.kind === 'BENEFICIARY' ? caller.personId : null,
});

/** The caller as policies see them. */
export const askerOf = (caller: Caller): Asker => ({
  actor: actorOf(caller),
  can: (permission) => caller.permissions.has(permission),
});
