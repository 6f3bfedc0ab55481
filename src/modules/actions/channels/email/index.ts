import { createTransport } from 'nodemailer';
import type { Channel, Parcel, Sent } from '../channel.js';
import { domainOf, isEmailAddress } from './address.js';
import { composeEmail, type EmailMessage } from './compose-email.js';
import type { Documents } from './documents.js';
import { smtpEnding } from './smtp-ending.js';

export interface SmtpSettings {
  readonly url: string;
  /** The sender of every e-mail: `Operadora <nao-responda@example.org>`. */
  readonly from: string;
}

export interface EmailTimes {
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  readonly dnsTimeout: number;
  /** Without a byte. */
  readonly socketTimeout: number;
  /** For the whole attempt. */
  readonly attempt: number;
}

export const emailTimes: EmailTimes = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 30_000,
  attempt: 60_000,
};

/** E-mail by SMTP, over connections that are kept; TLS and credentials as the address says. */
export function emailChannel(
  { url, from }: SmtpSettings,
  documents: Documents,
  times: EmailTimes = emailTimes,
): Channel<EmailMessage> {
  const { attempt, ...timeouts } = times;
  // As many as one operator has under way at once.
  const pool = { pool: true, maxConnections: 10, maxRequeues: 1 } as const;
  const transport = createTransport({ url, ...pool, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  const domain = domainOf(from);

  const attachmentsOf = async ({ message, ...parcel }: Parcel<EmailMessage>, signal: AbortSignal) => {
    const made = message.documents.map(async (filename) => {
      const document = await documents.get(filename)!(parcel, signal);
      return { filename, document };
    });
    const all = await Promise.all(made);
    return {
      attachments: all.flatMap(({ filename, document }) =>
        document ? [{ filename, contentType: document.contentType, content: Buffer.from(document.content) }] : [],
      ),
      unmade: all.filter(({ document }) => !document).map(({ filename }) => filename),
    };
  };

  const mailOf = ({ message, ...parcel }: Parcel<EmailMessage>) => {
    return {
      from,
      to: { name: '', address: message.to },
      subject: message.subject,
      text: message.text,
      html: message.html,
      date: parcel.now,
      // The same at every attempt: mailboxes and people know duplicates by it.
      messageId: `<${parcel.deliveryId}${parcel.resent > 0 ? `.${parcel.resent}` : ''}@${domain}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'List-Id': `<${message.list}.${domain}>`,
      },
    };
  };

  return {
    kind: 'EMAIL',
    compose: (action, occasion) => composeEmail(action, occasion, documents),
    async send(parcel, signal) {
      const { to, missing } = parcel.message;
      if (to === '') return skipped('There is no e-mail address.');
      if (!isEmailAddress(to)) return skipped('What should be an e-mail address is none.');
      const within = AbortSignal.any([signal, AbortSignal.timeout(attempt)]);
      const { attachments, unmade } = await attachmentsOf(parcel, within);
      try {
        await transport.sendMail({ ...mailOf(parcel), attachments, signal: within });
      } catch (error) {
        if (within.aborted) return { state: 'RETRY', outcome: 'timeout', detail: 'The attempt took too long.' };
        const ending = smtpEnding(error);
        if (ending === null) throw error;
        return ending;
      }
      return { state: 'DELIVERED', outcome: 'delivered', detail: without(missing, unmade) };
    },
    close: () => transport.close(),
  };
}

/** What a document was named for and is not there, for staff. */
function without(missing: readonly string[], unmade: readonly string[]): string | null {
  const parts = [
    ...(missing.length > 0 ? [`Without ${missing.join(', ')}: nothing makes it as yet.`] : []),
    ...(unmade.length > 0 ? [`Without ${unmade.join(', ')}: the occurrence has none.`] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : null;
}

const skipped = (detail: string): Sent => ({ state: 'SKIPPED', outcome: 'no address', detail });
