import { ActionCreateMutation } from './action-create.mutation.js';
import { ActionUpdateMutation } from './action-update.mutation.js';
import { ActionFields } from './action.fields.js';
import { AttendanceTabCreateMutation } from './attendance-tab-create.mutation.js';
import { AttendanceTabUpdateMutation } from './attendance-tab-update.mutation.js';
import { AttendanceTabFields } from './attendance-tab.fields.js';
import { FeatureLinkMutation } from './feature-link.mutation.js';
import { FeatureUnlinkMutation } from './feature-unlink.mutation.js';
import { FeatureFields } from './feature.fields.js';
import { FeaturesQuery } from './features.query.js';
import { OccurrenceTypeCreateMutation } from './occurrence-type-create.mutation.js';
import { OccurrenceTypeUpdateMutation } from './occurrence-type-update.mutation.js';
import { OccurrenceTypeFields } from './occurrence-type.fields.js';
import { OccurrenceTypesQuery } from './occurrence-types.query.js';
import { StatusCreateMutation } from './status-create.mutation.js';
import { StatusUpdateMutation } from './status-update.mutation.js';
import { StatusFields } from './status.fields.js';

export { ActionObject } from './action.type.js';
export { AttendanceTabObject } from './attendance-tab.type.js';
export { ActionKindEnum, RegulatoryKindEnum, ViewModeEnum } from './enums.js';
export { FeatureObject } from './feature.type.js';
export { OccurrenceTypeObject } from './occurrence-type.type.js';
export { StatusObject } from './status.type.js';

export const resolvers = [
  OccurrenceTypesQuery,
  OccurrenceTypeFields,
  StatusFields,
  AttendanceTabFields,
  ActionFields,
  FeaturesQuery,
  FeatureFields,
  OccurrenceTypeCreateMutation,
  OccurrenceTypeUpdateMutation,
  StatusCreateMutation,
  StatusUpdateMutation,
  AttendanceTabCreateMutation,
  AttendanceTabUpdateMutation,
  ActionCreateMutation,
  ActionUpdateMutation,
  FeatureLinkMutation,
  FeatureUnlinkMutation,
];
