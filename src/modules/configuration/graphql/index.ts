import { ConfigurationChangesQuery } from './configuration-changes.query.js';

export const resolvers = [ConfigurationChangesQuery];
