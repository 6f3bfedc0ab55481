import type { OccurrenceType, Status, Tab } from '../../workflow/model.js';

/** How many entries each tab of the occurrence has, by the tab's id; none where it is missing. */
export type EntryCounts = ReadonlyMap<string, number>;

/** The tabs that need an entry before the status: those that are required, where it answers, and those that name it. */
const tabsRequiredFor = (type: OccurrenceType, status: Status): Tab[] =>
  type.tabs.filter(
    (tab) =>
      tab.active &&
      tab.content === 'FORM' &&
      ((tab.required && (status.resolves || status.conclusive)) || tab.requiredForStatusIds.includes(status.id)),
  );

/** Those of them that have none. */
export const incompleteTabsFor = (type: OccurrenceType, status: Status, entries: EntryCounts): Tab[] =>
  tabsRequiredFor(type, status).filter((tab) => !entries.get(tab.id));
