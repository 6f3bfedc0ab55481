export { giveOut } from './give-out.js';
export { teamsOf } from './load-teams.js';
export { teamNodes } from './node-loaders.js';
export { TeamService } from './team-service.js';
