import type { Channel, Channels } from './channel.js';
import { composeEmail } from './email/compose-email.js';
import type { Documents } from './email/documents.js';
import { emailChannel, type SmtpSettings } from './email/index.js';
import { hookChannel } from './hook/hook-channel.js';
import type { PushDevices } from '../../devices/index.js';
import { notSetUp } from './not-set-up.js';
import { composePush } from './push/compose-push.js';
import { pushChannel, type PushSettings } from './push/index.js';
import { composeMessage } from './whatsapp/compose-message.js';
import { whatsAppChannel, type WhatsAppSettings } from './whatsapp/index.js';

/** What the deployment has set up; null: not. */
export interface ChannelSettings {
  readonly smtp: SmtpSettings | null;
  readonly whatsapp: WhatsAppSettings | null;
  readonly fcm: PushSettings | null;
  readonly webhookAllowPrivateNetworks: boolean;
}

/** Every way out that there is; what has no settings skips. */
export function createChannels(settings: ChannelSettings, devices: PushDevices, documents: Documents): Channels {
  const { smtp, whatsapp, fcm, webhookAllowPrivateNetworks: allowPrivateNetworks } = settings;
  const channels: readonly Channel[] = [
    smtp
      ? emailChannel(smtp, documents)
      : notSetUp('EMAIL', 'SMTP_URL', (action, occasion) => composeEmail(action, occasion, documents)),
    hookChannel({ allowPrivateNetworks }),
    fcm ? pushChannel(fcm, devices) : notSetUp('PUSH', 'FCM_PROJECT_ID', composePush),
    whatsapp ? whatsAppChannel(whatsapp) : notSetUp('WHATSAPP', 'WHATSAPP_PHONE_NUMBER_ID', composeMessage),
  ];
  return new Map(channels.map((channel) => [channel.kind, channel]));
}

/** The product's own, but for those that are given. */
export function channelsOf(
  settings: ChannelSettings,
  devices: PushDevices,
  documents: Documents,
  given: readonly Channel[] = [],
): Channels {
  return new Map([
    ...createChannels(settings, devices, documents),
    ...given.map((channel) => [channel.kind, channel] as const),
  ]);
}
