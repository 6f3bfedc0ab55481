import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const cloudApi = {
  phoneNumberId: '106540352242922',
  accessToken: 'EAAplantedtoken',
  verifyToken: 'planted-verify-token',
  appSecret: 'planted-app-secret',
};

/** The templates that exist, with the number of parameters of each. */
const templates: Readonly<Record<string, number>> = { 'reembolso_pago_v1 pt_BR': 2, 'aviso pt_BR': 0 };

export interface CloudApiCall {
  readonly to: string;
  readonly template: { readonly name: string; readonly components: readonly unknown[] };
  readonly biz_opaque_callback_data: string;
  readonly wamid: string | null;
}

export interface FakeCloudApi extends AsyncDisposable {
  readonly url: string;
  /** Requests that were well made, in order. */
  readonly calls: CloudApiCall[];
  /**
   * What the following requests are answered with instead; "lost": it is taken, but the answer is cut off; a promise: it is
   * taken, and answered once that is kept.
   */
  readonly script: (CloudApiError | 'lost' | Promise<void> | ((response: ServerResponse) => void))[];
}

export interface CloudApiError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly headers?: Record<string, string>;
}

/** Answers as Meta documents the Cloud API, errors included. */
export async function startCloudApi(): Promise<FakeCloudApi> {
  const calls: CloudApiCall[] = [];
  const script: FakeCloudApi['script'] = [];
  let count = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fail = ({ status, code, message, headers }: CloudApiError) => {
      const error = {
        message: `(#${code}) ${message}`,
        type: 'OAuthException',
        code,
        fbtrace_id: 'Az8or2yhqkZfEZ-_4Qn_Bam',
      };
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));
    };
    if (request.url !== `/v24.0/${cloudApi.phoneNumberId}/messages` || request.method !== 'POST') {
      return fail({ status: 400, code: 100, message: 'Unsupported post request' });
    }
    if (request.headers.authorization !== `Bearer ${cloudApi.accessToken}`) {
      const message = `Malformed access token ${request.headers.authorization}`;
      return fail({ status: 401, code: 190, message });
    }
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const next = script.shift();
    if (typeof next === 'function') return next(response);
    if (typeof next === 'object' && 'code' in next) return fail(next);
    const fault = faultOf(body);
    if (fault) return fail(fault);
    const wamid = `wamid.HBgN${++count}`;
    calls.push({ ...body, wamid });
    if (next === 'lost') return void response.destroy();
    await next;
    const accepted = {
      messaging_product: 'whatsapp',
      contacts: [{ input: body.to, wa_id: body.to }],
      messages: [{ id: wamid, message_status: 'accepted' }],
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(accepted));
  };

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    script,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function faultOf(body: any): CloudApiError | null {
  if (body.messaging_product !== 'whatsapp')
    return { status: 400, code: 100, message: 'messaging_product is required' };
  if (body.type !== 'template' || !/^[1-9]\d{7,14}$/.test(body.to)) {
    return { status: 400, code: 131_009, message: `Parameter value is not valid: ${body.to}` };
  }
  const expected = templates[`${body.template.name} ${body.template.language.code}`];
  if (expected === undefined) return { status: 404, code: 132_001, message: 'Template name does not exist' };
  const parameters = body.template.components[0]?.parameters ?? [];
  if (parameters.some(({ text }: { text: string }) => text === '')) {
    return { status: 400, code: 131_008, message: 'Required parameter is missing' };
  }
  if (parameters.some(({ text }: { text: string }) => /[\n\t]| {4,}/.test(text))) {
    return { status: 400, code: 132_007, message: 'Template format character policy violated' };
  }
  return parameters.length === expected
    ? null
    : { status: 400, code: 132_000, message: 'Number of parameters does not match' };
}

/** A callback about messages of ours, as Meta sends it. */
export const statusCallback = (statuses: readonly object[], phoneNumberId = cloudApi.phoneNumberId) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102290129340398',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
              statuses,
            },
          },
        ],
      },
    ],
  });

export const signatureOf = (body: string, appSecret = cloudApi.appSecret): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
