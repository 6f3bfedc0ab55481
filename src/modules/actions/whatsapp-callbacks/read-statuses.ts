import { type CallbackData, readCallbackData } from '../channels/whatsapp/callback-data.js';
import { fieldOf } from '../channels/answer.js';
import { describeError } from '../channels/whatsapp/cloud-errors.js';
import { type DeliveryProgress, deliveryProgress } from '../delivery.entity.js';

/** What Meta tells of a message of ours. */
export interface MessageStatus extends CallbackData {
  readonly messageId: string;
  readonly status: DeliveryProgress;
  /** Of a failure, its code and title. */
  readonly detail: string | null;
}

const listOf = (value: unknown, name: string): readonly unknown[] => {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
};

/** The statuses in a callback that are about this number and of messages of ours; whatever else is in it is left out. */
export const readStatuses = (callback: unknown, phoneNumberId: string): MessageStatus[] =>
  listOf(callback, 'entry')
    .flatMap((entry) => listOf(entry, 'changes'))
    .map((change) => fieldOf(change, 'value'))
    .filter((value) => fieldOf(fieldOf(value, 'metadata'), 'phone_number_id') === phoneNumberId)
    .flatMap((value) => listOf(value, 'statuses'))
    .flatMap((status) => readStatus(status) ?? []);

function readStatus(value: unknown): MessageStatus | null {
  const data = readCallbackData(fieldOf(value, 'biz_opaque_callback_data'));
  const messageId = fieldOf(value, 'id');
  const status = deliveryProgress.find((name) => name === fieldOf(value, 'status'));
  if (!data || !status || typeof messageId !== 'string' || messageId.length > 512 || messageId.includes('\0'))
    return null;
  const detail = status === 'failed' ? describeError(fieldOf(listOf(value, 'errors')[0], 'code')) : null;
  return { ...data, messageId, status, detail };
}
