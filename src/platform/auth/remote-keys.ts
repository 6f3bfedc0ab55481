import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../shared/clock.js';

/** The provider's keys cannot be had: nothing is known about the token, and trying again later makes sense. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export interface RemoteKeysOptions {
  /** An unknown key asks the provider again at most this often; default 30 s. */
  readonly cooldownMs?: number;
  /** Keys are read again after this, so that withdrawn ones stop counting; default 10 min. */
  readonly refreshAfterMs?: number;
  /** For which the provider has to answer whole; default 5 s. */
  readonly answerWithinMs?: number;
  readonly onRefreshFailure?: (error: unknown) => void;
}

/** The keys of a provider, kept: while it is down those that are known go on to count, so that it locks nobody out. */
export function remoteKeys(url: string, clock: Clock, options: RemoteKeysOptions = {}): JWTVerifyGetKey {
  const { cooldownMs = 30_000, refreshAfterMs = 600_000, answerWithinMs = 5_000 } = options;
  const { onRefreshFailure = () => undefined } = options;
  const keys = createRemoteJWKSet(new URL(url), {
    cooldownDuration: cooldownMs,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    timeoutDuration: answerWithinMs,
    [customFetch]: boundedFetch,
  });
  let triedAt = clock.now().getTime();

  return async (header, token) => {
    const now = clock.now().getTime();
    if (keys.jwks() !== undefined && now - triedAt >= refreshAfterMs) {
      // Set before waiting: one caller asks, the others go on with what is known.
      triedAt = now;
      await keys.reload().catch(onRefreshFailure);
    }
    try {
      return await keys(header, token);
    } catch (error) {
      if (isFaultOfToken(error)) throw error;
      throw new KeysUnavailable('the keys of the provider cannot be read', { cause: error });
    }
  };
}

const isFaultOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

/** A key has some 2 KiB with its certificates; providers publish a handful. */
const largestAnswer = 512 * 1024;

/** Reads no more than keys can be: what answers without an end is not kept in memory. */
const boundedFetch: FetchImplementation = async (url, options) => {
  const response = await fetch(url, options);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new Error(`the answer is larger than ${largestAnswer} bytes`);
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status: response.status });
};
