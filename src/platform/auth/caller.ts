import type { Permission } from './permissions.js';
import type { Role } from './roles.js';

export type CallerKind = 'BENEFICIARY' | 'STAFF' | 'SYSTEM';

/** Who is asking: an identity that was verified, in the operator that it belongs to. */
export interface Caller {
  readonly operatorId: string;
  readonly kind: CallerKind;
  /** Of the beneficiary, or of the row in `staff`. */
  readonly personId: string;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly expiresAt: Date;
}
