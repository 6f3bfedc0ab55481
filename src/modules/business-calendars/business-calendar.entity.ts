import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { PlainRow } from '../../platform/database/plain-row.js';
import { tenantKey } from '../../platform/database/tenant-key.js';
import type { BusinessHours, FurtherHoliday } from './business-calendar.js';

export const BusinessCalendarEntity = defineEntity({
  name: 'BusinessCalendar',
  tableName: 'business_calendar',
  properties: {
    ...tenantKey,
    key: p.text(),
    name: p.text(),
    /** Null: the operator's. */
    timeZone: p.text().nullable(),
    weeklyHours: p.json<readonly BusinessHours[]>(),
    holidays: p.json<readonly FurtherHoliday[]>(),
    /** At most one of an operator. */
    isDefault: p.boolean(),
    active: p.boolean(),
  },
});
export type BusinessCalendarRow = InferEntity<typeof BusinessCalendarEntity>;
export type BusinessCalendar = PlainRow<BusinessCalendarRow>;
