import type { Caller } from '../../platform/auth/caller.js';
import type { Beneficiary } from './person.entity.js';

type Known = Pick<Beneficiary, 'id' | 'holderId'>;

const isSelf = (caller: Caller, { id }: Known): boolean => caller.personId === id;
const isStaff = (caller: Caller): boolean => caller.kind !== 'BENEFICIARY';

/** E-mail, phone, and whose dependant they are: for staff, the member and their holder alone. */
export const seesDetailsOf = (caller: Caller, member: Known): boolean =>
  isStaff(caller) || isSelf(caller, member) || caller.personId === member.holderId;

/** Their number on the card: for staff and the member alone. */
export const seesNumberOf = (caller: Caller, member: Known): boolean => isStaff(caller) || isSelf(caller, member);

/** Their dependants: for staff and the member alone. */
export const seesDependantsOf = (caller: Caller, member: Known): boolean => isStaff(caller) || isSelf(caller, member);
