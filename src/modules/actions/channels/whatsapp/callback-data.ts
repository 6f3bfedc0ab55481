import { kindOfId } from '../../../../shared/ids.js';

/** Which delivery a message is of, and which sending of it. Meta gives it back, as it is, with every status. */
export interface CallbackData {
  readonly operatorId: string;
  readonly deliveryId: string;
  readonly resent: number;
}

export const writeCallbackData = ({ operatorId, deliveryId, resent }: CallbackData): string =>
  [operatorId, deliveryId, resent].join(' ');

/** null: it is none of ours. */
export function readCallbackData(text: unknown): CallbackData | null {
  if (typeof text !== 'string') return null;
  const [operatorId = '', deliveryId = '', resent = '', ...rest] = text.split(' ');
  const ours = kindOfId(operatorId) === 'operator' && kindOfId(deliveryId) === 'delivery' && /^\d{1,6}$/.test(resent);
  return ours && rest.length === 0 ? { operatorId, deliveryId, resent: Number(resent) } : null;
}
