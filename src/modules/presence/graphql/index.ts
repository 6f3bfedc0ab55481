import { OccurrenceActivityFields } from './occurrence-activity.fields.js';
import { OccurrenceActivitySignalMutation } from './occurrence-activity-signal.mutation.js';
import { OccurrenceActivitySubscription } from './occurrence-activity.subscription.js';

/** They want `services.activity`. */
export const resolvers = [OccurrenceActivityFields, OccurrenceActivitySignalMutation, OccurrenceActivitySubscription];
