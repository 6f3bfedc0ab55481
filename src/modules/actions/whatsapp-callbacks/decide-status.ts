import { type ActionDelivery, type DeliveryProgress, deliveryProgress } from '../delivery.entity.js';
import type { MessageStatus } from './read-statuses.js';

export type Known = Pick<ActionDelivery, 'resent' | 'receipt' | 'progress'>;

const far = (progress: DeliveryProgress | null | undefined): number =>
  progress == null ? -1 : deliveryProgress.indexOf(progress);

/**
 * How a delivery stands after a status; null: it changes nothing. Statuses are repeated and overtake each other, so one
 * counts only where it proves more than those before: whatever their order, the outcome is the same.
 */
export function decideStatus(
  { resent, receipt, progress }: Known,
  { status, messageId, resent: sending }: Pick<MessageStatus, 'status' | 'messageId' | 'resent'>,
): 'DELIVERED' | 'FAILED' | null {
  // Of a sending before this one.
  if (sending !== resent) return null;
  if (far(status) <= far(progress)) return null;
  // An attempt whose answer was lost has left a message of its own: it counts for no more than that it arrived.
  const another = receipt != null && receipt !== messageId;
  if (another && (status === 'sent' || status === 'failed')) return null;
  return status === 'failed' ? 'FAILED' : 'DELIVERED';
}
