import type { Permission } from '../../platform/auth/permissions.js';
import type { Tab } from '../workflow/model.js';
import type { Actor } from './actor.js';

/** Who is asking, and what their roles and scopes let them do. */
export interface Asker {
  readonly actor: Pick<Actor, 'attendantId' | 'beneficiaryId'>;
  readonly can: (permission: Permission) => boolean;
}

/** The members that an occurrence concerns. */
export interface Concerned {
  readonly requesterId: string;
  readonly beneficiaryId: string;
  /** Whose dependant the beneficiary is; null: nobody's. */
  readonly holderId: string | null;
}

/** Whether a member is its requester, its beneficiary or the beneficiary's holder. */
export const isOwn = ({ actor: { beneficiaryId } }: Asker, concerned: Concerned): boolean =>
  beneficiaryId !== null &&
  (beneficiaryId === concerned.requesterId ||
    beneficiaryId === concerned.beneficiaryId ||
    beneficiaryId === concerned.holderId);

const canOwn = (asker: Asker, concerned: Concerned, permission: Permission): boolean =>
  asker.can(permission) && isOwn(asker, concerned);

/** To a member an occurrence is missing while its status is not shown; `shown` is the status's showInHistory. */
export const maySee = (asker: Asker, concerned: Concerned, shown: boolean): boolean =>
  asker.can('occurrence:read') || (shown && canOwn(asker, concerned, 'occurrence:readOwn'));

/** Whether they may open one for the beneficiary: a member for themselves or a dependant of theirs, always as the requester. */
export const mayCreate = (asker: Asker, concerned: Concerned): boolean => {
  if (asker.can('occurrence:create')) return true;
  const self = asker.actor.beneficiaryId;
  return (
    asker.can('occurrence:createOwn') &&
    self !== null &&
    concerned.requesterId === self &&
    (concerned.beneficiaryId === self || concerned.holderId === self)
  );
};

/** Of a denial: staff and systems for whomever, a member of their own. */
export const mayRequestReanalysis = (asker: Asker, concerned: Concerned): boolean =>
  asker.can('occurrence:create') || canOwn(asker, concerned, 'occurrence:createOwn');

export const mayStartAttendance = ({ actor, can }: Asker): boolean =>
  can('occurrence:startAttendance') && actor.attendantId !== null;

/** Taking it and giving it back (null) are an attendant's own affair; assignment is no lock, so whose it was does not matter. */
export const mayAssign = ({ actor, can }: Asker, attendantId: string | null): boolean =>
  can('occurrence:assignOthers') ||
  (can('occurrence:assignSelf') && (attendantId === null || attendantId === actor.attendantId));

export const mayChangeStatus = ({ can }: Asker): boolean => can('occurrence:changeStatus');

export const mayReopen = ({ can }: Asker): boolean => can('occurrence:reopen');

export const mayUpdateDescription = (asker: Asker, concerned: Concerned, attendanceStarted: boolean): boolean =>
  asker.can('occurrence:update') || (!attendanceStarted && canOwn(asker, concerned, 'occurrence:updateOwn'));

export const maySetRegulatoryKind = ({ can }: Asker): boolean => can('occurrence:setRegulatoryKind');

export const mayAddNote = ({ can }: Asker): boolean => can('occurrence:note');

export const mayFillTab = (asker: Asker, concerned: Concerned, tab: Pick<Tab, 'filledByBeneficiary'>): boolean =>
  asker.can('occurrence:fillTab') || (tab.filledByBeneficiary && canOwn(asker, concerned, 'occurrence:fillOwnTab'));

/** Messages, and attachments likewise. */
export const mayWriteTo = (asker: Asker, concerned: Concerned): boolean =>
  asker.can('occurrence:message') || canOwn(asker, concerned, 'occurrence:messageOwn');
