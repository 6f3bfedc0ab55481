import { Webhook } from 'standardwebhooks';
import type { Parcel } from '../channel.js';

/** The configured headers, and those of Standard Webhooks: a signature by each secret that is valid now. */
export function hookHeaders({ deliveryId, now, config, secrets = [] }: Parcel, body: string): Record<string, string> {
  return {
    'user-agent': 'ocorrencias',
    ...(config.headers as Record<string, string>),
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'webhook-id': deliveryId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(deliveryId, now, body)).join(' '),
  };
}
