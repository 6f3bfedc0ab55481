import type { RequestContext } from '../../../platform/graphql/context.js';
import { catalogueOf, type Tab } from '../../workflow/index.js';
import type { OccurrenceRow, TabEntry } from '../occurrence.entity.js';
import { entriesLoader } from './content-loaders.js';
import { seesTab } from './seen.js';

export interface FilledTab {
  readonly tab: Tab;
  readonly entries: readonly TabEntry[];
  readonly complete: boolean;
}

/** The tabs of an occurrence that the caller sees, with their entries: the active ones, and others that were filled in. */
export async function filledTabsOf(ctx: RequestContext, { id, typeId }: OccurrenceRow): Promise<FilledTab[]> {
  const type = (await catalogueOf(ctx)).type(typeId);
  const byTab = Map.groupBy(await entriesLoader(ctx).load(id), ({ tabId }) => tabId);
  const tabs = type?.tabs.filter((tab) => (tab.active || byTab.has(tab.id)) && seesTab(ctx, tab)) ?? [];
  return tabs.map((tab) => {
    const entries = byTab.get(tab.id) ?? [];
    return { tab, entries, complete: entries.length > 0 || !asksForEntry(tab) };
  });
}

const asksForEntry = ({ active, content, required, requiredForStatusIds }: Tab): boolean =>
  active && content === 'FORM' && (required || requiredForStatusIds.length > 0);
