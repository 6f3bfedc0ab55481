import { Migration20261124120000_ground } from './Migration20261124120000_ground.js';
import { Migration20261124191000_operator_attachment_limits } from './Migration20261124191000_operator_attachment_limits.js';
import { Migration20261124193000_deliveries } from './Migration20261124193000_deliveries.js';
import { Migration20261124194000_deliveries_resent } from './Migration20261124194000_deliveries_resent.js';
import { Migration20261124195000_api_tokens } from './Migration20261124195000_api_tokens.js';
import { Migration20261124195000_beneficiary_registered_at } from './Migration20261124195000_beneficiary_registered_at.js';
import { Migration20261124200000_delivery_receipts } from './Migration20261124200000_delivery_receipts.js';
import { Migration20261124201000_hook_previous_secret } from './Migration20261124201000_hook_previous_secret.js';
import { Migration20261124200000_bulk_change } from './Migration20261124200000_bulk_change.js';
import { Migration20261124201000_operator_quiet_hours } from './Migration20261124201000_operator_quiet_hours.js';
import { Migration20261124202000_devices } from './Migration20261124202000_devices.js';
import { Migration20261124203000_delivery_reached } from './Migration20261124203000_delivery_reached.js';
import { Migration20261124204000_hook_targets } from './Migration20261124204000_hook_targets.js';
import { Migration20261124204000_inbox_unread } from './Migration20261124204000_inbox_unread.js';
import { Migration20261124204000_clocks } from './Migration20261124204000_clocks.js';
import { Migration20261124230000_generic_answers } from './Migration20261124230000_generic_answers.js';
import { Migration20261124230000_protocol_patterns } from './Migration20261124230000_protocol_patterns.js';
import { Migration20261124231000_reanalysis } from './Migration20261124231000_reanalysis.js';
import { Migration20261124230000_denial_letters } from './Migration20261124230000_denial_letters.js';
import { Migration20261124232000_business_calendars } from './Migration20261124232000_business_calendars.js';
import { Migration20261124211000_messages } from './Migration20261124211000_messages.js';
import { Migration20261124233000_clock_states } from './Migration20261124233000_clock_states.js';
import { Migration20261124233000_milestones } from './Migration20261124233000_milestones.js';
import { Migration20261124234500_chat_rules } from './Migration20261124234500_chat_rules.js';
import { Migration20261124234500_note_files } from './Migration20261124234500_note_files.js';
import { Migration20261125003000_teams } from './Migration20261125003000_teams.js';
import { Migration20261125004000_open_of_attendants } from './Migration20261125004000_open_of_attendants.js';

/** In order; a new migration is appended. */
export const migrations = [
  Migration20261124120000_ground,
  Migration20261124191000_operator_attachment_limits,
  Migration20261124193000_deliveries,
  Migration20261124194000_deliveries_resent,
  Migration20261124195000_api_tokens,
  Migration20261124195000_beneficiary_registered_at,
  Migration20261124200000_delivery_receipts,
  Migration20261124201000_hook_previous_secret,
  Migration20261124200000_bulk_change,
  Migration20261124201000_operator_quiet_hours,
  Migration20261124202000_devices,
  Migration20261124203000_delivery_reached,
  Migration20261124204000_hook_targets,
  Migration20261124204000_inbox_unread,
  Migration20261124204000_clocks,
  Migration20261124230000_generic_answers,
  Migration20261124230000_protocol_patterns,
  Migration20261124231000_reanalysis,
  Migration20261124230000_denial_letters,
  Migration20261124232000_business_calendars,
  Migration20261124211000_messages,
  Migration20261124233000_clock_states,
  Migration20261124233000_milestones,
  Migration20261124234500_chat_rules,
  Migration20261124234500_note_files,
  Migration20261125003000_teams,
  Migration20261125004000_open_of_attendants,
];
