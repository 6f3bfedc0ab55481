import { Migration20261124120000_ground } from './Migration20261124120000_ground.js';

/** In order; a new migration is appended. */
export const migrations = [Migration20261124120000_ground];
