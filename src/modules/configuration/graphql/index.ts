import { ConfigurationChangesQuery } from './configuration-changes.query.js';
import { OperatorSettingsUpdateMutation } from './operator-settings-update.mutation.js';

export const resolvers = [ConfigurationChangesQuery, OperatorSettingsUpdateMutation];
