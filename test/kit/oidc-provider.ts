import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly publicKey: Awaited<ReturnType<typeof generateKeyPair>>['publicKey'];
  readonly jwk: JWK;
  sign(payload: JWTPayload): Promise<string>;
}

/** A key pair of a provider, and tokens by it. */
export async function signingKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    kid,
    alg,
    publicKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' },
    sign: (payload) => new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(privateKey),
  };
}

/** What publishes keys at an address of loopback, and fails in every way that a provider can. */
export class OidcProvider implements AsyncDisposable {
  readonly issuer = 'https://login.example.org/realms/operadoras';
  published: SigningKey[] = [];
  state: 'up' | 'down' | 'failing' | 'silent' | 'endless' | 'garbled' = 'up';
  requests = 0;
  /** Of endless answers. */
  bytesSent = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((_request, response) => {
      this.requests += 1;
      if (this.state === 'down') return response.destroy();
      if (this.state === 'silent') return undefined;
      if (this.state === 'failing') return response.writeHead(503).end('out of order');
      if (this.state === 'garbled') return response.end('<html>');
      response.setHeader('content-type', 'application/json');
      if (this.state === 'up') {
        return response.end(JSON.stringify({ keys: this.published.map(({ jwk }) => jwk) }));
      }
      response.write('{"keys":[');
      const chunk = Buffer.alloc(64 * 1024, ' ');
      const more = () => {
        while (!response.destroyed) {
          this.bytesSent += chunk.length;
          if (!response.write(chunk)) return;
        }
      };
      response.on('drain', more);
      return more();
    });
  }

  static async start(): Promise<OidcProvider> {
    const provider = new OidcProvider();
    await once(provider.#server.listen(0, '127.0.0.1'), 'listening');
    return provider;
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/certs`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}
