import { Migration20261124120000_ground } from './Migration20261124120000_ground.js';
import { Migration20261124191000_operator_attachment_limits } from './Migration20261124191000_operator_attachment_limits.js';
import { Migration20261124193000_deliveries } from './Migration20261124193000_deliveries.js';

/** In order; a new migration is appended. */
export const migrations = [
  Migration20261124120000_ground,
  Migration20261124191000_operator_attachment_limits,
  Migration20261124193000_deliveries,
];
