import { type Problem, problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { EventPayload, NoteVisibility } from '../events.js';
import { barrier } from './barrier.js';
import { type Change, change, type Situation } from './outcome.js';
import { isBlank, limits, requiredTextProblems, textProblems } from './text.js';

const bodyPath = ['input', 'body'];

export interface AddNote extends Situation {
  readonly noteId: string;
  readonly body: string;
  readonly visibility: NoteVisibility;
  /** How many files come with it. */
  readonly files: number;
}

export const decideNote = (add: AddNote): Result<Change> =>
  addition(
    add,
    { kind: 'NOTE_ADDED', noteId: add.noteId, visibility: add.visibility },
    contentProblems(add, limits.noteBody),
  );

export interface PostMessage extends Situation {
  readonly messageId: string;
  readonly body: string;
  readonly fromBeneficiary: boolean;
  /** How many files come with it. */
  readonly files: number;
}

export const decideMessage = (post: PostMessage): Result<Change> =>
  addition(
    post,
    { kind: 'MESSAGE_POSTED', messageId: post.messageId, fromBeneficiary: post.fromBeneficiary },
    contentProblems(post, limits.messageBody),
  );

/** A text, files, or both. */
const contentProblems = ({ body, files }: { readonly body: string; readonly files: number }, longest: number) => [
  ...(files === 0 || !isBlank(body)
    ? requiredTextProblems(body, longest, bodyPath)
    : textProblems(body, longest, bodyPath)),
  ...(files > limits.filesAtOnce
    ? [problem('INVALID', `At most ${limits.filesAtOnce} files.`, ['input', 'uploadIds'])]
    : []),
];

export interface AddAttachment extends Situation {
  readonly attachmentId: string;
  readonly visibleToBeneficiary: boolean;
  readonly fromBeneficiary: boolean;
}

export const decideAttachment = (add: AddAttachment): Result<Change> =>
  addition(
    add,
    {
      kind: 'ATTACHMENT_ADDED',
      attachmentId: add.attachmentId,
      visibleToBeneficiary: add.visibleToBeneficiary,
      fromBeneficiary: add.fromBeneficiary,
    },
    [],
  );

/** What is only ever added conflicts with nothing: a closed occurrence alone refuses it. */
function addition(situation: Situation, event: EventPayload, problems: readonly Problem[]): Result<Change> {
  const stopped = barrier({ state: situation.state, aspects: [] });
  if (stopped) return refusal(stopped);
  return problems.length > 0 ? refusal(...problems) : success(change(situation, event));
}
