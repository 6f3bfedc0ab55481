import type { EntityManager } from '@mikro-orm/postgresql';

/** What depends on a calendar, told by whoever knows: the modules that use calendars are above this one. */
export interface BusinessCalendarUses {
  /** Active occurrence types that name the calendar, each by its key. */
  usedBy(em: EntityManager, operatorId: string, businessCalendarId: string): Promise<readonly string[]>;
}
