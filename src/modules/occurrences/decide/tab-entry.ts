import { problem, type Problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { Tab } from '../../workflow/model.js';
import { barrier, type Expectation } from './barrier.js';
import { type Change, change, type Situation } from './outcome.js';

export interface SaveTabEntry extends Situation {
  /** undefined: there is none of that name. */
  readonly tab: Tab | undefined;
  /** The entry to change; without it a new one. */
  readonly entryId?: string | null | undefined;
  /** The id that a new one gets. */
  readonly newEntryId: string;
  /** The ids of the entries that the occurrence has in this tab. */
  readonly entryIds: readonly string[];
  readonly expected?: Expectation | null | undefined;
  /** ["input", "tabKey"], or ["input", "tabId"] for a caller who named it so. */
  readonly tabPath?: readonly string[];
}

/** Whether an entry may be saved in a tab; that its data satisfy the form is checked apart. */
export function decideTabEntry(save: SaveTabEntry): Result<Change> {
  const { state, type, tab, entryId, entryIds, tabPath = ['input', 'tabKey'] } = save;
  const stopped = barrier({ state, expected: save.expected, aspects: entryId ? [`entry:${entryId}`] : [] });
  if (stopped) return refusal(stopped);
  if (!tab || tab.typeId !== type.id) {
    return refusal(problem('NOT_FOUND', 'The type has no such tab.', tabPath));
  }
  const wrong = tabProblem(tab, tabPath) ?? entryProblem(tab, entryId, entryIds, tabPath);
  if (wrong) return refusal(wrong);
  return success(
    change(save, {
      kind: 'TAB_ENTRY_SAVED',
      tabId: tab.id,
      entryId: entryId ?? save.newEntryId,
      created: !entryId,
      visibleToBeneficiary: tab.visibleToBeneficiary,
    }),
  );
}

function tabProblem(tab: Tab, path: readonly string[]): Problem | null {
  if (!tab.active) return problem('INVALID', `Tab "${tab.key}" takes no part any more.`, path);
  return tab.content === 'FORM' ? null : problem('INVALID', `Tab "${tab.key}" has no form to fill in.`, path);
}

function entryProblem(
  tab: Tab,
  entryId: string | null | undefined,
  entryIds: readonly string[],
  tabPath: readonly string[],
): Problem | null {
  if (entryId) {
    return entryIds.includes(entryId) ? null : problem('NOT_FOUND', 'The tab has no such entry.', ['input', 'entryId']);
  }
  if (tab.allowsMultipleEntries || entryIds.length === 0) return null;
  return {
    ...problem('TAB_SINGLE_ENTRY', `Tab "${tab.key}" takes one entry and has it.`, tabPath),
    details: { entryId: entryIds[0] },
  };
}
