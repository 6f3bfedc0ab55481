import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The keys that a test service knows. */
export const s3Keys = { accessKeyId: 'TESTKEYID', secretAccessKey: 'test/secret+key', region: 'sa-east-1' } as const;

const maxSkewMs = 15 * 60_000;

interface Signed {
  readonly method: string;
  /** As it came, with its query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly now: Date;
}

/**
 * Signature Version 4 of a header or of an address, as the service computes it:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. Answers with the code of the refusal.
 */
export function signatureRefusal({ method, url, headers, body, now }: Signed): string | null {
  const [path = '', rawQuery = ''] = url.split('?', 2);
  const query = new Map(rawQuery.split('&').flatMap((pair) => (pair === '' ? [] : [pairOf(pair)])));
  const presigned = query.has('X-Amz-Signature');
  const claim = presigned ? claimOfQuery(query) : claimOfHeader(headers);
  if (!claim) return 'AccessDenied';
  const [keyId, date, region, service, end] = claim.credential.split('/');
  if (keyId !== s3Keys.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== s3Keys.region || service !== 's3' || end !== 'aws4_request') return 'AuthorizationHeaderMalformed';
  const signedAt = timeOf(claim.time);
  if (signedAt === null || !claim.time.startsWith(date!)) return 'AccessDenied';
  const lateMs = now.getTime() - signedAt;
  if (presigned ? lateMs > Number(query.get('X-Amz-Expires')) * 1000 : Math.abs(lateMs) > maxSkewMs) {
    return presigned ? 'AccessDenied' : 'RequestTimeTooSkewed';
  }
  if (!claim.signedHeaders.includes('host')) return 'AccessDenied';
  const said = headers['x-amz-content-sha256'];
  const content = presigned || typeof said !== 'string' ? 'UNSIGNED-PAYLOAD' : said;
  if (content !== 'UNSIGNED-PAYLOAD' && content !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const canonical = [
    method,
    path,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .toSorted()
      .join('&'),
    ...claim.signedHeaders.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    claim.signedHeaders.join(';'),
    content,
  ].join('\n');
  const scope = [date, region, service, end].join('/');
  const key = [region!, service, end].reduce(hmac, hmac(`AWS4${s3Keys.secretAccessKey}`, date!));
  const toSign = ['AWS4-HMAC-SHA256', claim.time, scope, sha256(canonical)].join('\n');
  return hmac(key, toSign).toString('hex') === claim.signature ? null : 'SignatureDoesNotMatch';
}

interface Claim {
  readonly credential: string;
  readonly time: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

function claimOfQuery(query: ReadonlyMap<string, string>): Claim | null {
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  if (of('Algorithm') !== 'AWS4-HMAC-SHA256' || !(Number(of('Expires')) <= 604_800)) return null;
  const signedHeaders = of('SignedHeaders').split(';');
  return { credential: of('Credential'), time: of('Date'), signedHeaders, signature: of('Signature') };
}

function claimOfHeader(headers: IncomingHttpHeaders): Claim | null {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
    headers.authorization ?? '',
  );
  if (!parts) return null;
  const time = String(headers['x-amz-date']);
  return { credential: parts[1]!, time, signedHeaders: parts[2]!.split(';'), signature: parts[3]! };
}

function pairOf(pair: string): [string, string] {
  const [name = '', value = ''] = pair.split('=', 2);
  return [decodeURIComponent(name), decodeURIComponent(value)];
}

const timeOf = (text: string): number | null => {
  const time = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return Number.isNaN(Date.parse(time)) ? null : Date.parse(time);
};
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
