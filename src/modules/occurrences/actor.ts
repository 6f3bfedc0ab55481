import type { Role } from '../../platform/auth/roles.js';

export type ActorKind = 'BENEFICIARY' | 'STAFF' | 'SYSTEM';

/** Who changes an occurrence, as far as decisions and the history need to know. */
export interface Actor {
  readonly kind: ActorKind;
  /** null: the product itself. */
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The staff member that this is; null for beneficiaries and systems. */
  readonly attendantId: string | null;
  /** The member that this is; null for staff and systems. */
  readonly beneficiaryId: string | null;
}
