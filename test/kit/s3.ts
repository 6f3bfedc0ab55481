import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { s3Keys, signatureRefusal } from './s3-signature.js';

/** What becomes of a request instead: an answer of the service, the connection cut while the body comes, or nothing ever. */
export type S3Fault = { readonly status: number; readonly code: string } | 'cut' | 'hang';

export interface TestS3 extends AsyncDisposable {
  readonly url: string;
  /** The variables by which the product keeps files there, below `anexos/`. */
  readonly environment: Record<string, string>;
  /** By name, without the bucket. */
  readonly objects: Map<string, Buffer>;
  /** Requests that came, as `PUT /bucket/key`. */
  readonly requests: string[];
  /** Asked for every request; undefined lets it through. */
  fault: (method: string, path: string) => S3Fault | undefined;
}

const bucket = 'arquivos';
/** A page of a list: small, so that there are several. */
const pageSize = 3;

/**
 * A small service of our own that speaks what the product needs of S3: objects put, copied, looked at, fetched, removed
 * and listed by pages. It checks every signature, of headers and of addresses, keeps no half object, and can fail.
 */
export async function startS3(): Promise<TestS3> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer((incoming, response) => {
    const { method = '', url = '' } = incoming;
    const path = decodeURIComponent(url.split('?', 1)[0]!);
    requests.push(`${method} ${path}`);
    const fault = s3.fault(method, path);
    if (fault === 'hang') return;
    if (fault === 'cut') {
      incoming.once('readable', () => incoming.destroy());
      return;
    }
    // Where the body is broken off nothing is kept, and nobody is there to be answered.
    void serve(objects, incoming, response, fault).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const s3: TestS3 = {
    url,
    environment: {
      S3_BUCKET: bucket,
      S3_REGION: s3Keys.region,
      S3_ENDPOINT: url,
      S3_ACCESS_KEY_ID: s3Keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3Keys.secretAccessKey,
      S3_PREFIX: 'anexos',
    },
    objects,
    requests,
    fault: () => undefined,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return s3;
}

async function serve(
  objects: Map<string, Buffer>,
  incoming: IncomingMessage,
  response: ServerResponse,
  fault: Exclude<S3Fault, string> | undefined,
): Promise<void> {
  const { method = '', url = '', headers } = incoming;
  const body = await buffer(incoming);
  const refuse = (status: number, code: string) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(method === 'HEAD' ? '' : xml('Error', `<Code>${code}</Code><Message>x</Message>`));
  };
  if (fault) return refuse(fault.status, fault.code);
  const refusal = signatureRefusal({ method, url, headers, body, now: new Date() });
  if (refusal) return refuse(403, refusal);
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, inBucket, ...rest] = decodeURIComponent(pathname).split('/');
  const name = rest.join('/');
  if (inBucket !== bucket) return refuse(404, 'NoSuchBucket');
  if (name === '') {
    response.writeHead(200, { 'content-type': 'application/xml' }).end(listed(objects, searchParams));
    return;
  }
  switch (method) {
    case 'PUT': {
      const source = headers['x-amz-copy-source'];
      const copied =
        typeof source === 'string' ? objects.get(decodeURIComponent(source).replace(`${bucket}/`, '')) : body;
      if (!copied) return refuse(404, 'NoSuchKey');
      objects.set(name, copied);
      response.writeHead(200, { etag: '"x"' }).end(source ? xml('CopyObjectResult', '<ETag>"x"</ETag>') : '');
      return;
    }
    case 'DELETE':
      objects.delete(name);
      response.writeHead(204).end();
      return;
    case 'GET':
    case 'HEAD': {
      const object = objects.get(name);
      if (!object) return refuse(404, 'NoSuchKey');
      const overrides = ['content-type', 'content-disposition'].flatMap((header) => {
        const value = searchParams.get(`response-${header}`);
        return value === null ? [] : [[header, value]];
      });
      response.writeHead(200, { 'content-length': object.length, ...Object.fromEntries(overrides) });
      response.end(method === 'HEAD' ? undefined : object);
      return;
    }
    default:
      refuse(405, 'MethodNotAllowed');
  }
}

/** ListObjectsV2: names in order from where the last page ended, or folders alone where a delimiter is given. */
function listed(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const entries = [...objects.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => {
      const end = delimiter === null ? -1 : name.indexOf(delimiter, prefix.length);
      return end < 0 ? { name, folder: false } : { name: name.slice(0, end + 1), folder: true };
    });
  const unique = [...new Map(entries.map((entry) => [entry.name, entry])).values()];
  const after = query.get('continuation-token') ?? '';
  const left = unique.filter(({ name }) => name > after).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const page = left.slice(0, pageSize);
  const more = left.length > pageSize ? `<NextContinuationToken>${page.at(-1)!.name}</NextContinuationToken>` : '';
  return xml(
    'ListBucketResult',
    `<IsTruncated>${more !== ''}</IsTruncated>${more}${page
      .map(({ name, folder }) =>
        folder
          ? `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
          : `<Contents><Key>${name}</Key><Size>1</Size></Contents>`,
      )
      .join('')}`,
  );
}

const xml = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${root}>`;
