import type { Status } from '../../workflow/model.js';
import type { DenialBasis, OccurrenceState } from '../state.js';

type Marks = Pick<
  OccurrenceState,
  'statusId' | 'lastShownStatusId' | 'attendanceStartedAt' | 'resolvedAt' | 'answeredAt' | 'closedAt'
>;

/** The marks of an occurrence that is in no status yet. */
export const unmarked = {
  lastShownStatusId: null,
  attendanceStartedAt: null,
  resolvedAt: null,
  answeredAt: null,
  closedAt: null,
};

/** What entering a status leaves on an occurrence, whichever way it is entered. */
export const entering = (marks: Omit<Marks, 'statusId'>, status: Status, now: Date): Marks => ({
  statusId: status.id,
  lastShownStatusId: status.showInHistory ? status.id : marks.lastShownStatusId,
  attendanceStartedAt: marks.attendanceStartedAt ?? (status.startsAttendance ? now : null),
  resolvedAt: status.resolves ? (marks.resolvedAt ?? now) : null,
  answeredAt: marks.answeredAt ?? (status.conclusive ? now : null),
  closedAt: status.closes ? now : null,
});

const answers = (status: Status): boolean => status.resolves || status.conclusive;

/**
 * The denial basis after a move. A new answer has its own or none: an authorisation after a denial is no denial any more.
 * Until then the last answer's stays, through a re-analysis or on to the payment of a part.
 */
export const denialBasisAfter = (
  present: DenialBasis | null,
  given: DenialBasis | null,
  from: Status,
  to: Status,
): DenialBasis | null => given ?? (answers(to) && !answers(from) ? null : present);
