import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import type { Clock } from '../../src/shared/clock.js';

/** How a push to a device is answered; "lost": it is taken, but the answer is cut off. */
export type FcmAnswer =
  | 'lost'
  | { readonly status: number; readonly body?: object; readonly headers?: Record<string, string> };

export interface FakeFcm extends AsyncDisposable {
  readonly url: string;
  readonly projectId: string;
  /** The service account's key, as Google gives it out. */
  readonly serviceAccountFile: string;
  readonly account: { clientEmail: string; privateKey: string; privateKeyId: string; tokenUri: string };
  /** Messages that were taken, in order. */
  readonly taken: any[];
  /** Access tokens that were given out. */
  readonly tokens: string[];
  /** By device token, what the next pushes to it are answered with; taken where there is nothing more. */
  readonly script: Map<string, FcmAnswer[]>;
  /** What the next requests for an access token are answered with instead. */
  readonly tokenScript: FcmAnswer[];
  /** How long an access token lasts. */
  expiresIn: number;
}

const fcmError = (errorCode: string) => ({ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode });
const refusal = (status: number, name: string, message: string, ...details: object[]): Exclude<FcmAnswer, 'lost'> => ({
  status,
  body: { error: { code: status, message, status: name, details } },
});

/** What the service documents: https://firebase.google.com/docs/cloud-messaging/error-codes */
export const fcmAnswers = {
  unregistered: refusal(404, 'NOT_FOUND', 'Requested entity was not found.', fcmError('UNREGISTERED')),
  noToken: refusal(
    400,
    'INVALID_ARGUMENT',
    'The registration token is not a valid FCM registration token',
    fcmError('INVALID_ARGUMENT'),
  ),
  noTokenByField: refusal(
    400,
    'INVALID_ARGUMENT',
    'Request contains an invalid argument.',
    fcmError('INVALID_ARGUMENT'),
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [{ field: 'message.token', description: 'Invalid registration token' }],
    },
  ),
  badMessage: refusal(400, 'INVALID_ARGUMENT', "Invalid value at 'message.data[0].value' (TYPE_STRING), 12", {
    '@type': 'type.googleapis.com/google.rpc.BadRequest',
    fieldViolations: [{ field: 'message.data[0].value', description: "Invalid value at 'message.data[0].value'" }],
  }),
  noProject: refusal(404, 'NOT_FOUND', 'Requested entity was not found.'),
  otherSender: refusal(403, 'PERMISSION_DENIED', 'SenderId mismatch', fcmError('SENDER_ID_MISMATCH')),
  forbidden: refusal(403, 'PERMISSION_DENIED', "Permission 'cloudmessaging.messages.create' denied"),
  thirdParty: refusal(401, 'UNAUTHENTICATED', 'Auth error from APNS', fcmError('THIRD_PARTY_AUTH_ERROR')),
  quota: refusal(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', fcmError('QUOTA_EXCEEDED')),
  unavailable: refusal(503, 'UNAVAILABLE', 'The service is currently unavailable.', fcmError('UNAVAILABLE')),
  internal: refusal(500, 'INTERNAL', 'Internal error encountered.', fcmError('INTERNAL')),
} as const;

/** Answers as Firebase Cloud Messaging and Google's token endpoint do, errors included. */
export async function startFcm(clock: Clock): Promise<FakeFcm> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const folder = await mkdtemp(join(tmpdir(), 'ocorrencias-fcm-'));
  const projectId = 'operadora-app';
  const clientEmail = 'push@operadora-app.iam.gserviceaccount.com';

  const reply = (response: ServerResponse, answer: FcmAnswer) => {
    if (answer === 'lost') return void response.destroy();
    const { status, body = {}, headers = {} } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

  const giveToken = async (text: string): Promise<FcmAnswer> => {
    const scripted = fake.tokenScript.shift();
    if (scripted) return scripted;
    const form = new URLSearchParams(text);
    try {
      if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') throw new Error('grant');
      const { payload, protectedHeader } = await jwtVerify(form.get('assertion') ?? '', publicKey, {
        issuer: clientEmail,
        audience: `${fake.url}/token`,
        algorithms: ['RS256'],
        maxTokenAge: '1h',
        currentDate: clock.now(),
      });
      if (payload['scope'] !== 'https://www.googleapis.com/auth/firebase.messaging') throw new Error('scope');
      if (protectedHeader.kid !== 'key-1') throw new Error('kid');
    } catch {
      return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } };
    }
    const token = `ya29.planted-${fake.tokens.length + 1}`;
    fake.tokens.push(token);
    return { status: 200, body: { access_token: token, expires_in: fake.expiresIn, token_type: 'Bearer' } };
  };

  const take = (text: string, authorization = ''): FcmAnswer => {
    if (authorization !== `Bearer ${fake.tokens.at(-1)}`) {
      return refusal(401, 'UNAUTHENTICATED', `Request had invalid authentication credentials: ${authorization}`);
    }
    const { message } = JSON.parse(text);
    if (Object.values(message.data).some((value) => typeof value !== 'string')) return fcmAnswers.badMessage;
    const scripted = fake.script.get(message.token)?.shift();
    if (scripted && scripted !== 'lost') return scripted;
    fake.taken.push(message);
    return scripted ?? { status: 200, body: { name: `projects/${projectId}/messages/${fake.taken.length}` } };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    if (request.method === 'POST' && request.url === '/token') return reply(response, await giveToken(text));
    if (request.method !== 'POST' || request.url !== `/v1/projects/${projectId}/messages:send`) {
      return reply(response, fcmAnswers.noProject);
    }
    return reply(response, take(text, request.headers.authorization));
  };

  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = {
    clientEmail,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    privateKeyId: 'key-1',
    tokenUri: `${url}/token`,
  };
  const serviceAccountFile = join(folder, 'fcm.json');
  await writeFile(
    serviceAccountFile,
    JSON.stringify({
      type: 'service_account',
      project_id: projectId,
      private_key_id: account.privateKeyId,
      private_key: account.privateKey,
      client_email: clientEmail,
      token_uri: account.tokenUri,
    }),
  );
  const fake: FakeFcm = {
    url,
    projectId,
    serviceAccountFile,
    account,
    taken: [],
    tokens: [],
    script: new Map(),
    tokenScript: [],
    expiresIn: 3_599,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
  return fake;
}
