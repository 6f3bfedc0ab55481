import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Role } from '../../src/platform/auth/roles.js';

const issuer = 'https://issuer.example';
const audience = 'ocorrencias';

/** A provider of tokens as production has one: its keys are read over HTTP. */
export interface TokenIssuer extends AsyncDisposable {
  readonly environment: Readonly<Record<'AUTH_ISSUER' | 'AUTH_AUDIENCE' | 'AUTH_JWKS_URL', string>>;
  issue(person: { operator: string; subject: string; name: string; role: Role }): Promise<string>;
}

export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA', kid: 'bench' }] });
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(keys);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      AUTH_ISSUER: issuer,
      AUTH_AUDIENCE: audience,
      AUTH_JWKS_URL: `http://127.0.0.1:${port}/jwks.json`,
    },
    issue: ({ operator, subject, name, role }) =>
      new SignJWT({ operator, name, roles: [role] })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'bench' })
        .setSubject(subject)
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('1h')
        .sign(privateKey),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
