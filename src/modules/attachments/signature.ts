import { createHmac, timingSafeEqual } from 'node:crypto';
import { kindOfId } from '../../shared/ids.js';

export type Purpose = 'upload' | 'download';

/** What an address is good for, until when. */
export interface Grant {
  readonly purpose: Purpose;
  readonly operatorId: string;
  /** Of the upload, or of the attachment. */
  readonly id: string;
  readonly expiresAt: Date;
}

/** Signs addresses and takes them back. Whoever has one needs no other credentials, for as long as it lasts. */
export class AddressSigner {
  constructor(private readonly key: Buffer) {}

  /** The query of the address. */
  sign(grant: Grant): string {
    const expires = Math.floor(grant.expiresAt.getTime() / 1000);
    return new URLSearchParams({
      operator: grant.operatorId,
      expires: String(expires),
      signature: this.#signature(grant.purpose, grant.operatorId, grant.id, expires),
    }).toString();
  }

  /** The operator that the address is signed for; null where it is not signed for this, or its time is over. */
  operatorOf(purpose: Purpose, id: string, query: unknown, now: Date): string | null {
    const { operator, expires, signature } = (query ?? {}) as Record<string, unknown>;
    if (typeof operator !== 'string' || typeof expires !== 'string' || typeof signature !== 'string') return null;
    if (!/^\d{1,12}$/.test(expires) || kindOfId(operator) !== 'operator') return null;
    const expected = Buffer.from(this.#signature(purpose, operator, id, Number(expires)));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return now.getTime() < Number(expires) * 1000 ? operator : null;
  }

  #signature(purpose: Purpose, operatorId: string, id: string, expires: number): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([purpose, operatorId, id, expires]))
      .digest('base64url');
  }
}
