import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface TestSmtp extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** How many clients are connected. */
  connected(): number;
  /** What arrived, in order, as a mailbox reads it. */
  readonly mails: (ParsedMail & { readonly recipients: readonly string[]; readonly source: string })[];
}

/** A real mail server on loopback: plain, and open to everybody unless told otherwise. */
export async function startTestSmtp(options: SMTPServerOptions = {}, port = 0): Promise<TestSmtp> {
  const mails: TestSmtp['mails'] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', ...(options.onAuth ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    closeTimeout: 100,
    onData(stream, { envelope }, done) {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const bytes = Buffer.concat(chunks);
        const recipients = envelope.rcptTo.map(({ address }) => address);
        mails.push({ ...(await simpleParser(bytes)), recipients, source: bytes.toString('latin1') });
        done();
      })();
    },
    ...options,
  });
  // Clients that go away in the middle of it are part of the tests.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    connected: () => server.connections.size,
    mails,
    [Symbol.asyncDispose]: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
