import { createHash } from 'node:crypto';
import { type PlainRow, plainRow } from '../../platform/database/plain-row.js';
import type { DeviceRow } from './device.entity.js';

/** A device as it may be shown: nothing of its token. */
export type Device = Omit<PlainRow<DeviceRow>, 'token' | 'tokenDigest'>;

export function deviceOf(row: DeviceRow): Device {
  const { token: _token, tokenDigest: _digest, ...shown } = plainRow(row);
  return shown;
}

/** What a token is found by. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
