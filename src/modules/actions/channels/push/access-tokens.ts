import { importPKCS8, SignJWT } from 'jose';
import { fieldOf, readAnswer } from '../answer.js';
import { again, type Again, unanswered } from './again.js';

export interface PushAccount {
  readonly clientEmail: string;
  /** PKCS #8, in PEM. */
  readonly privateKey: string;
  readonly privateKeyId: string | null;
  readonly tokenUri: string;
}

export type AccessToken = { readonly token: string } | Again;

interface Kept {
  readonly token: string;
  readonly expiresAt: number;
}

const scope = 'https://www.googleapis.com/auth/firebase.messaging';
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const assertionSeconds = 3_600;
/** A token that is about to expire could do so on its way. */
const marginMs = 60_000;

/** The access token of a service account, asked for once by all who send, and kept until shortly before it expires. */
export class AccessTokens {
  readonly #account: PushAccount;
  readonly #withinMs: number;
  #kept: Kept | undefined;
  #asking: Promise<AccessToken> | undefined;

  constructor(account: PushAccount, withinMs: number) {
    this.#account = account;
    this.#withinMs = withinMs;
  }

  async current(now: Date): Promise<AccessToken> {
    if (this.#kept && now.getTime() < this.#kept.expiresAt - marginMs) return this.#kept;
    this.#asking ??= this.#ask(now).finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** It was refused: another is asked for the next time. */
  forget(token: string): void {
    if (this.#kept?.token === token) this.#kept = undefined;
  }

  async #ask(now: Date): Promise<AccessToken> {
    const within = AbortSignal.timeout(this.#withinMs);
    try {
      const answer = await readAnswer(
        await fetch(this.#account.tokenUri, {
          method: 'POST',
          body: new URLSearchParams({ grant_type: grantType, assertion: await this.#assertion(now) }),
          redirect: 'manual',
          signal: within,
        }),
      );
      const token = fieldOf(answer.body, 'access_token');
      if (answer.status !== 200 || typeof token !== 'string')
        return again(answer, now, 'to the service account', [400, 401, 403]);
      const seconds = Number(fieldOf(answer.body, 'expires_in'));
      this.#kept = { token, expiresAt: now.getTime() + (seconds > 0 ? seconds : 0) * 1_000 };
      return this.#kept;
    } catch (error) {
      return unanswered(error, within, 'Google');
    }
  }

  async #assertion(now: Date): Promise<string> {
    const { clientEmail, privateKey, privateKeyId, tokenUri } = this.#account;
    const seconds = Math.floor(now.getTime() / 1_000);
    return new SignJWT({ scope })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(privateKeyId !== null && { kid: privateKeyId }) })
      .setIssuer(clientEmail)
      .setAudience(tokenUri)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + assertionSeconds)
      .sign(await importPKCS8(privateKey, 'RS256'));
  }
}
