import { type Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';

export interface Posting {
  readonly url: URL;
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** So much of an answer is read, and for so long, for the receiver's sake: nothing of it is kept. */
const mostAnswerBytes = 16_384;
const longestDrainMs = 1_000;

/** Sends it and follows no redirect. @throws for whatever brings no answer before the signal aborts. */
export function post({ url, agent, headers, body, signal }: Posting): Promise<Answer> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers: { ...headers }, signal });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      drain(response);
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
    });
    outgoing.end(body);
  });
}

function drain(response: IncomingMessage): void {
  let bytes = 0;
  const timer = setTimeout(() => response.destroy(), longestDrainMs);
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostAnswerBytes) response.destroy();
  });
  // It has answered: what becomes of the rest is nobody's concern.
  response.on('error', () => undefined);
  response.on('close', () => clearTimeout(timer));
}
