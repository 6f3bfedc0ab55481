import { ActionDeliveriesQuery } from './action-deliveries.query.js';
import { ActionDeliveriesRetryMutation } from './action-deliveries-retry.mutation.js';
import { ActionDeliveryFields } from './action-delivery.fields.js';
import { ActionDeliveryRetryMutation } from './action-delivery-retry.mutation.js';
import { ActionPreviewQuery } from './action-preview.query.js';
import { ActionTestMutation } from './action-test.mutation.js';
import { HookTargetResumeMutation } from './hook-target-resume.mutation.js';
import { HookTargetsQuery } from './hook-targets.query.js';
import { InboxQuery } from './inbox.query.js';
import { InboxMarkAllReadMutation } from './inbox-mark-all-read.mutation.js';
import { InboxMarkReadMutation } from './inbox-mark-read.mutation.js';
import { InboxMessageFields } from './inbox-message.fields.js';
import { InboxUnreadCountQuery } from './inbox-unread-count.query.js';
import { InboxUnreadCountUpdatesSubscription } from './inbox-unread-count-updates.subscription.js';
import { InboxUpdatesSubscription } from './inbox-updates.subscription.js';

/** They want `services.inbox`, `services.deliveries`, `services.hookTargets` and `services.actionTrials`. */
export const resolvers = [
  ActionDeliveriesQuery,
  ActionDeliveriesRetryMutation,
  ActionDeliveryFields,
  ActionDeliveryRetryMutation,
  ActionPreviewQuery,
  ActionTestMutation,
  HookTargetsQuery,
  HookTargetResumeMutation,
  InboxQuery,
  InboxMessageFields,
  InboxMarkReadMutation,
  InboxMarkAllReadMutation,
  InboxUnreadCountQuery,
  InboxUnreadCountUpdatesSubscription,
  InboxUpdatesSubscription,
];
