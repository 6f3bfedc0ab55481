import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether it is the body that was signed: `X-Hub-Signature-256` over the bytes as they came. */
export function isSigned(body: Uint8Array, signature: unknown, appSecret: string): boolean {
  const expected = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
  return typeof signature === 'string' && isSame(signature, expected);
}

/** In the same time whatever is given: digests have one length. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
