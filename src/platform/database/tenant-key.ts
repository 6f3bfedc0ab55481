import { p } from '@mikro-orm/core';

/** The key of every row that belongs to an operator: the operator first, so that tables can be distributed by it. */
export const tenantKey = {
  operatorId: p.text().primary(),
  id: p.text().primary(),
} as const;
