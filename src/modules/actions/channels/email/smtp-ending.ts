import type { Sent } from '../channel.js';

/** What the library tells of a message that did not go out. Its texts name addresses: they are not passed on. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

const reasons: ReadonlyMap<string, readonly [outcome: string, detail: string]> = new Map([
  ['ETIMEDOUT', ['timeout', 'The mail server did not answer in time.']],
  ['ECONNECTION', ['no connection', 'The mail server closed the connection.']],
  ['ESOCKET', ['no connection', 'The mail server cannot be reached.']],
  ['EDNS', ['no connection', "The mail server's name cannot be resolved."]],
  ['ETLS', ['no connection', 'No secure connection to the mail server.']],
  ['EPROTOCOL', ['no connection', 'The mail server did not speak SMTP.']],
  ['EAUTH', ['not authenticated', 'The mail server refused the credentials.']],
  ['ENOAUTH', ['not authenticated', 'The mail server asks for credentials.']],
]);

/** How a message that the mail server did not take ends; null for what is no failure of SMTP. */
export function smtpEnding(error: unknown): Sent | null {
  const { code = '', command = '', response = '', responseCode } = (error ?? {}) as SmtpError;
  if (responseCode !== undefined && responseCode > 0) {
    const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
    const outcome = String(responseCode);
    const detail = `The mail server's answer to ${command || 'CONN'}${enhanced ? ` (${enhanced})` : ''}.`;
    // What is wrong with the sender or the credentials is mended in the settings: only the rest is for good.
    const final = responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command);
    return { state: final ? 'FAILED' : 'RETRY', outcome, detail };
  }
  if (code === 'EENVELOPE') return { state: 'FAILED', outcome: 'refused', detail: 'The address cannot be written to.' };
  if (code === 'EMESSAGE')
    return { state: 'FAILED', outcome: 'refused', detail: 'The mail server takes no message so large.' };
  const reason = reasons.get(code);
  return reason ? { state: 'RETRY', outcome: reason[0], detail: reason[1] } : null;
}
