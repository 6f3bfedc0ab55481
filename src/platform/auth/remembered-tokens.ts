import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Clock } from '../../shared/clock.js';

/** How long a signature counts without being checked again: far less than keys are kept before they are read anew. */
const rememberedMs = 5_000;
const most = 10_000;

interface Remembered {
  readonly payload: JWTPayload;
  readonly at: number;
}

/**
 * Spares a client at work the check of the same signature with every request. Only what was proved is remembered, by a
 * digest, and never beyond the token's own end.
 */
export function remembering(
  check: (token: string) => Promise<JWTPayload>,
  clock: Clock,
): (token: string) => Promise<JWTPayload> {
  const remembered = new Map<string, Remembered>();
  return async (token) => {
    const key = createHash('sha256').update(token).digest('base64');
    const now = clock.now().getTime();
    const known = remembered.get(key);
    if (known && Math.abs(now - known.at) < rememberedMs && now < known.payload.exp! * 1000) return known.payload;
    remembered.delete(key);
    const payload = await check(token);
    if (remembered.size >= most) remembered.clear();
    remembered.set(key, { payload, at: now });
    return payload;
  };
}
