import { type Answer, fieldOf, readAnswer } from '../answer.js';
import type { Channel, Parcel, Sent } from '../channel.js';
import { writeCallbackData } from './callback-data.js';
import { refusedBy } from './cloud-errors.js';
import { composeMessage, type WhatsAppMessage } from './compose-message.js';
import { whatsAppNumber } from './phone-number.js';

export interface WhatsAppSettings {
  /** Of the number that sends. */
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Where the Cloud API is: scheme, host and port. */
  readonly apiUrl: string;
}

/** Meta keeps a version for at least two years. */
const apiVersion = 'v24.0';
const attemptMs = 20_000;

/** Messages by template over the Cloud API of Meta. */
export function whatsAppChannel(
  { phoneNumberId, accessToken, apiUrl }: WhatsAppSettings,
  withinMs: number = attemptMs,
): Channel<WhatsAppMessage> {
  const url = new URL(`/${apiVersion}/${encodeURIComponent(phoneNumberId)}/messages`, apiUrl);

  const post = async (body: object, signal: AbortSignal): Promise<Answer> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    return readAnswer(response);
  };

  return {
    kind: 'WHATSAPP',
    compose: composeMessage,
    async send(parcel, signal) {
      const number = whatsAppNumber(parcel.message.to);
      if (number === null) return noNumber(parcel.message.to);
      const within = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
      try {
        const answer = await post(messageTo(number, parcel), within);
        return answer.status >= 200 && answer.status < 300 ? accepted(answer.body) : refusedBy(answer, parcel.now);
      } catch (error) {
        // What fetch throws names its cause alone; nothing of the request is in it that could be told.
        if (within.aborted) return unanswered('timeout', 'WhatsApp did not answer in time.');
        if (error instanceof TypeError) return unanswered('no connection', 'WhatsApp cannot be reached.');
        throw error;
      }
    },
  };
}

const unanswered = (outcome: string, detail: string): Sent => ({ state: 'RETRY', outcome, detail });

const noNumber = (to: string): Sent => ({
  state: 'SKIPPED',
  outcome: 'no number',
  detail: to === '' ? 'There is no phone number.' : 'What should be a phone number is none.',
});

function messageTo(number: string, parcel: Parcel<WhatsAppMessage>): object {
  const { template, language, params } = parcel.message;
  const parameters = params.map((text) => ({ type: 'text', text }));
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: number,
    type: 'template',
    template: {
      name: template,
      language: { code: language },
      components: parameters.length === 0 ? [] : [{ type: 'body', parameters }],
    },
    biz_opaque_callback_data: writeCallbackData(parcel),
  };
}

/** It is on its way: what becomes of it is told later, by its id. */
function accepted(body: unknown): Sent {
  const messages = fieldOf(body, 'messages');
  const message: unknown = Array.isArray(messages) ? messages[0] : undefined;
  const id = fieldOf(message, 'id');
  const held = fieldOf(message, 'message_status') === 'held_for_quality_assessment';
  const detail = held ? 'Meta holds it back to assess the template.' : null;
  return { state: 'DELIVERED', outcome: 'accepted', detail, ...(typeof id === 'string' && { receipt: id }) };
}
