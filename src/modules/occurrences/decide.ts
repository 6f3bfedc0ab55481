/** Every decision about an occurrence: pure, and the same for whoever asks. */
export { decideAttachment, decideMessage, decideNote } from './decide/additions.js';
export { decideAssign } from './decide/assign.js';
export { type Collision, type Expectation, mostCollidingChanges } from './decide/barrier.js';
export { decideClaim } from './decide/claim.js';
export { decideCreate, intakeTabOf } from './decide/create.js';
export { decideMessageEdit, decideMessagesRead, decideMessageWithdrawal } from './decide/messages.js';
export { decideMove, type Move, movePaths } from './decide/move.js';
export type { Change, Outcome, Situation } from './decide/outcome.js';
export { decideReanalysis } from './decide/reanalysis.js';
export { decideReopen } from './decide/reopen.js';
export type { EntryCounts } from './decide/required-tabs.js';
export { decideStartAttendance } from './decide/start-attendance.js';
export { decideTabEntry } from './decide/tab-entry.js';
export { type Transition, type TransitionNeed, transitionsFor } from './decide/transitions.js';
export { decideUpdate } from './decide/update.js';
