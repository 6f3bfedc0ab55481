import type { Channel, Channels } from './channel.js';
import { notSetUp } from './not-set-up.js';

/** Every way out that there is; what has no settings skips. */
export function createChannels(): Channels {
  const channels: readonly Channel[] = [
    notSetUp('EMAIL', 'SMTP_URL'),
    notSetUp('HOOK', 'hooks'),
    notSetUp('PUSH', 'FCM_PROJECT_ID'),
    notSetUp('WHATSAPP', 'WHATSAPP_PHONE_NUMBER_ID'),
  ];
  return new Map(channels.map((channel) => [channel.kind, channel]));
}
