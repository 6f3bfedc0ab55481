import { AttendantTeamFields } from './attendant.fields.js';
import { TeamCreateMutation } from './team-create.mutation.js';
import { TeamUpdateMutation } from './team-update.mutation.js';
import { TeamFields } from './team.fields.js';
import { TeamsQuery } from './teams.query.js';

export const resolvers = [TeamsQuery, TeamCreateMutation, TeamUpdateMutation, TeamFields, AttendantTeamFields];
