import type { CallerKind } from '../../platform/auth/caller.js';

/** Under which leases of those at an occurrence are held, and told. */
export const activityKey = (operatorId: string, occurrenceId: string): string =>
  `${operatorId}:${occurrenceId}:activity`;

/** Systems read, and do not look. */
export const canBePresent = ({ kind }: { readonly kind: CallerKind }): boolean => kind !== 'SYSTEM';
