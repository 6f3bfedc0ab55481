import type { EntityManager } from '@mikro-orm/postgresql';
import { plainRow } from '../../platform/database/plain-row.js';
import { type BusinessCalendar, BusinessCalendarEntity, type BusinessCalendarRow } from './business-calendar.entity.js';

/** Every calendar of an operator, in the order of keys. */
export async function loadBusinessCalendars(em: EntityManager, operatorId: string): Promise<BusinessCalendar[]> {
  const rows: BusinessCalendarRow[] = await em.find(
    BusinessCalendarEntity,
    { operatorId },
    { orderBy: { key: 'asc' }, disableIdentityMap: true },
  );
  return rows.map(plainRow);
}
