export {
  type AttachmentContentType,
  attachmentContentTypes,
  type AttachmentLimits,
  attachmentLimitsOf,
  largestAttachment,
} from './attachment-limits.js';
export { createOperator } from './create-operator.js';
export { OperatorObject } from './graphql/index.js';
export { longestMessageEditMinutes, messageEditMinutesOf } from './message-edit-minutes.js';
export { operatorNodes } from './node-loaders.js';
export { type Operator, OperatorEntity } from './operator.entity.js';
export { findOperatorBySlug, loadOperator, operatorOf } from './operators.js';
export { isTimeOfDay, type QuietHours } from './quiet-hours.js';
export { isTimeZone } from './time-zone.js';
