import { sql, type SqlCondition } from './sql-condition.js';

const flag = (name: string): string => `(e.payload ->> '${name}')::boolean`;

/** What `inBeneficiaryHistory` answers to one beneficiary, as a condition on the event `e`: pages are cut from what is left. */
export const inBeneficiaryHistorySql = (viewerId: string): SqlCondition =>
  sql(
    `
  (e.after ->> 'shown')::boolean and (
    not coalesce((e.before ->> 'shown')::boolean, false)
    or case e.kind
         when 'NOTE_ADDED' then e.payload ->> 'visibility' = 'PUBLIC'
         when 'TAB_ENTRY_SAVED' then ${flag('visibleToBeneficiary')}
         when 'ATTACHMENT_ADDED' then ${flag('visibleToBeneficiary')} or e.actor_id = ?
         when 'SLA_STATE_CHANGED' then e.payload ->> 'clock' = 'REGULATORY'
         else e.kind in ('CREATED', 'STATUS_CHANGED', 'REOPENED', 'UPDATED', 'MESSAGE_POSTED', 'MESSAGE_EDITED',
                         'MESSAGE_WITHDRAWN', 'MESSAGES_READ', 'REANALYSIS_REQUESTED')
       end)`,
    viewerId,
  );
