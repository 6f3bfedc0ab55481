/** Every decision about an occurrence: pure, and the same for whoever asks. */
export {
  type AddAttachment,
  type AddNote,
  type PostMessage,
  decideAttachment,
  decideMessage,
  decideNote,
} from './decide/additions.js';
export { type Assign, decideAssign } from './decide/assign.js';
export type { Expectation } from './decide/barrier.js';
export { type Create, decideCreate, intakeTabOf } from './decide/create.js';
export { decideMove, type Move, type MovePaths, movePaths } from './decide/move.js';
export type { Change, Outcome, Situation, Unchanged } from './decide/outcome.js';
export { decideReopen, type Reopen } from './decide/reopen.js';
export type { EntryCounts } from './decide/required-tabs.js';
export { recordActionSettled } from './decide/settle.js';
export { decideStartAttendance, type StartAttendance } from './decide/start-attendance.js';
export { decideTabEntry, type SaveTabEntry } from './decide/tab-entry.js';
export {
  type Transition,
  type TransitionNeed,
  transitionNeeds,
  type TransitionQuestion,
  transitionsFor,
} from './decide/transitions.js';
export { decideUpdate, type Update } from './decide/update.js';
