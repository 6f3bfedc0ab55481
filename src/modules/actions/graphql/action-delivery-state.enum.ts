import { describedEnum } from '../../../platform/graphql/enum.js';
import type { DeliveryState } from '../delivery.entity.js';

export const ActionDeliveryStateEnum = describedEnum<DeliveryState>(
  'ActionDeliveryState',
  'How the delivery of an action stands.',
  {
    PENDING: 'Nothing has been tried yet.',
    DELIVERED: 'It arrived, or was taken by what carries it there; that may tell later that it failed after all.',
    RETRYING: 'It did not arrive yet, and will be tried again.',
    FAILED: 'It was given up.',
    SKIPPED: 'It was not sent; the attempt says why.',
  },
);
