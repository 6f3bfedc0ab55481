import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { problem, refusal } from '../../shared/problem.js';
import { type FormDefinition, FormVersionEntity } from '../forms/index.js';
import type { Tab } from '../workflow/index.js';
import { decideTabEntry } from './decide.js';
import { type TabEntry, TabEntryEntity } from './occurrence.entity.js';
import type { Expected } from './occurrence-moves.js';
import { mayFillTab } from './policy.js';
import { isClosed } from './state.js';
import { attach } from './write/attach.js';
import { authorOf } from './write/author.js';
import { expectationOf } from './write/expectation.js';
import { fillIn } from './write/fill-in.js';
import type { Held } from './write/held.js';
import { type Named, oneOf } from './write/one-of.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface TabEntrySaving extends Expected {
  readonly tabId?: string | null | undefined;
  readonly tabKey?: string | null | undefined;
  /** To change an entry; without it a new one. */
  readonly entryId?: string | null | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

export const saveTabEntry = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  input: TabEntrySaving,
): Promise<Written<TabEntry>> =>
  writer.change(ctx, id, async (held) => {
    const { em, operatorId, actor, asker, concerned, state, now } = held;
    const { tabId, tabKey, entryId, data } = input;
    const named = oneOf({ tabId, tabKey });
    if (!named.ok) return { outcome: named };
    const tab = tabNamed(held, named.value);
    const tabPath = named.value.path;
    if (tab && !isClosed(state) && !mayFillTab(asker, concerned, tab)) {
      return { outcome: refusal(problem('ROLE_NOT_ALLOWED', `Staff alone fill in tab "${tab.key}".`, tabPath)) };
    }
    const entryIds = tab ? await entryIdsOf(held, tab) : [];
    const newEntryId = newId('tabEntry', now);
    const expected = await expectationOf(held, input.expectedVersion);
    const outcome = decideTabEntry({ ...held, tab, entryId, newEntryId, entryIds, expected, tabPath });
    if (!outcome.ok || !tab) return { outcome };

    const entry = entryId ? await em.findOneOrFail(TabEntryEntity, { operatorId, id: entryId }) : null;
    const form = entry ? await formOf(held, entry) : currentFormOf(held, tab);
    const { caller } = ctx;
    const filled = await fillIn(em, { form, data, path: ['input', 'data'], caller, occurrenceId: id, now });
    if (!filled.ok) return { outcome: filled };
    return {
      outcome,
      child: () => {
        const { visibleToBeneficiary } = tab;
        for (const file of filled.value.uploads) {
          attach(em, { ...file, occurrenceId: id, visibleToBeneficiary, actor, now });
        }
        if (entry) return em.assign(entry, { data: filled.value.data, updatedAt: now });
        return em.create(TabEntryEntity, {
          operatorId,
          id: newEntryId,
          occurrenceId: id,
          tabId: tab.id,
          formId: form.formId,
          formVersion: form.version,
          data: filled.value.data,
          ...authorOf(actor),
          createdAt: now,
          updatedAt: now,
        });
      },
    };
  });

/** To a member there are the tabs alone that they see. */
function tabNamed({ type, actor }: Held, { by, value }: Named<'tabId' | 'tabKey'>): Tab | undefined {
  const tab = type.tabs.find((one) => (by === 'tabId' ? one.id : one.key) === value);
  return actor.kind === 'BENEFICIARY' && !(tab?.active && tab.visibleToBeneficiary) ? undefined : tab;
}

async function entryIdsOf({ em, operatorId, row }: Held, tab: Tab): Promise<string[]> {
  const entries = await em.execute<{ id: string }[]>(
    'select id from tab_entry where operator_id = ? and occurrence_id = ? and tab_id = ? order by created_at, id',
    [operatorId, row.id, tab.id],
  );
  return entries.map(({ id }) => id);
}

function currentFormOf({ catalogue }: Held, tab: Tab): FormDefinition {
  const form = tab.formId === null ? undefined : catalogue.form(tab.formId);
  if (!form) throw new Error(`Tab ${tab.id} has form ${tab.formId}, which is not there`);
  return form;
}

/** An entry keeps the version that it was filled in with. */
async function formOf({ em, operatorId, catalogue }: Held, { formId, formVersion }: TabEntry): Promise<FormDefinition> {
  const form = catalogue.form(formId);
  if (!form) throw new Error(`Form ${formId} is not there`);
  if (form.version === formVersion) return form;
  const kept = await em.findOneOrFail(FormVersionEntity, { operatorId, formId, version: formVersion });
  return { ...form, version: formVersion, schema: kept.schema };
}
