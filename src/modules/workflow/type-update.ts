import { problem, refusal, success, type Problem, type Result } from '../../shared/problem.js';
import type { Path, TypeDefinition } from './definition.js';
import { actionDefinition, statusDefinition, tabDefinition } from './definition-create.js';
import type {
  ActionInput,
  ActionUpdate,
  AttendanceTabInput,
  AttendanceTabUpdate,
  OccurrenceTypeUpdate,
  StatusInput,
  StatusUpdate,
} from './definition-input.js';
import { clearable, mergeAction, mergeStatus, mergeTab, mergeType } from './definition-update.js';
import { linkPreviousStatuses } from './element-references.js';
import { absentFields, clearedFields, givenFields } from './update-fields.js';

interface Merging<D, U> {
  readonly required: readonly string[];
  readonly clearable: ReadonlySet<string>;
  readonly merge: (stored: D, update: U, path: Path) => Result<D>;
  readonly create: (given: Partial<U>, path: Path) => D;
}

const statusMerging: Merging<TypeDefinition['statuses'][number], StatusUpdate> = {
  required: ['internalDescription', 'externalDescription', 'color'],
  clearable: clearable.status,
  merge: mergeStatus,
  create: (given, path) => statusDefinition(given as StatusInput, path),
};

const tabMerging: Merging<TypeDefinition['tabs'][number], AttendanceTabUpdate> = {
  required: ['name'],
  clearable: clearable.tab,
  merge: mergeTab,
  create: (given, path) => tabDefinition(given as AttendanceTabInput, path),
};

const actionMerging: Merging<TypeDefinition['actions'][number], ActionUpdate> = {
  required: ['description', 'statusKey', 'kind', 'config'],
  clearable: clearable.action,
  merge: mergeAction,
  create: (given, path) => actionDefinition(given as ActionInput, path),
};

function addition<D, U extends object>(update: U, path: Path, merging: Merging<D, U>): Result<D> {
  const problems = [...clearedFields(update, merging.clearable, path), ...absentFields(update, merging.required, path)];
  return problems.length > 0 ? refusal(...problems) : success(merging.create(givenFields(update), path));
}

function mergeList<D extends { readonly key: string }, U extends { readonly key?: string | null }>(
  stored: readonly D[],
  updates: readonly U[],
  path: Path,
  merging: Merging<D, U>,
): Result<D[]> {
  const merged = new Map(stored.map((element) => [element.key, element]));
  const named = new Set<string>();
  const problems: Problem[] = [];
  for (const [i, update] of updates.entries()) {
    const place = [...path, String(i)];
    const { key } = update;
    if (key === undefined || key === null) {
      problems.push(problem('REQUIRED', 'key is missing.', [...place, 'key']));
      continue;
    }
    if (named.has(key)) {
      problems.push(problem('TAKEN', `"${key.slice(0, 64)}" is named twice.`, [...place, 'key']));
      continue;
    }
    named.add(key);
    const known = merged.get(key);
    const result = known ? merging.merge(known, update, place) : addition(update, place, merging);
    if (result.ok) merged.set(key, result.value);
    else problems.push(...result.problems);
  }
  return problems.length > 0 ? refusal(...problems) : success([...merged.values()]);
}

/** What `occurrenceTypeUpdate` makes of a type: its lists add or change, by key, what they name. */
export function applyTypeUpdate(
  stored: TypeDefinition,
  update: OccurrenceTypeUpdate,
  path: Path = ['input'],
): Result<TypeDefinition> {
  const own = mergeType(stored, update, path);
  const statuses = mergeList(stored.statuses, update.statuses ?? [], [...path, 'statuses'], statusMerging);
  const tabs = mergeList(stored.tabs, update.tabs ?? [], [...path, 'tabs'], tabMerging);
  const actions = mergeList(stored.actions, update.actions ?? [], [...path, 'actions'], actionMerging);
  if (own.ok && statuses.ok && tabs.ok && actions.ok) {
    return success({
      ...own.value,
      statuses: linkPreviousStatuses(statuses.value),
      tabs: tabs.value,
      actions: actions.value,
    });
  }
  return refusal(...[own, statuses, tabs, actions].flatMap((part) => (part.ok ? [] : part.problems)));
}
