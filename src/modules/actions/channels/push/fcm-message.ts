import type { Parcel } from '../channel.js';
import type { PushMessage } from './compose-push.js';

/**
 * The message to one device. Wherever a device would show two of one delivery, the second takes the place of the first:
 * an attempt whose answer was lost is not seen twice.
 */
export function fcmMessage(token: string, { deliveryId, occurrenceId, message }: Parcel<PushMessage>): object {
  const { title, body, deepLink } = message;
  return {
    message: {
      token,
      notification: { title, body },
      data: { occurrenceId, deliveryId, ...(deepLink !== null && { deepLink }) },
      android: { collapse_key: deliveryId, notification: { tag: deliveryId } },
      apns: { headers: { 'apns-collapse-id': deliveryId } },
      webpush: { headers: { Topic: deliveryId }, notification: { tag: deliveryId } },
    },
  };
}
