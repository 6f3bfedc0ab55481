import { type Problem, problem } from '../../shared/problem.js';
import type { DevicePlatform } from './device.entity.js';

export interface NewDevice {
  readonly token: string;
  readonly platform: DevicePlatform;
  readonly name?: string | null | undefined;
}

/** Registration tokens have some 160 characters today; the service names no limit. */
const tokenLength = { least: 32, most: 4_096 } as const;
const longestName = 100;

/** What stands in the way of a registration. */
export const deviceFaults = ({ token, name }: NewDevice): Problem[] => [...tokenFaults(token), ...nameFaults(name)];

function tokenFaults(token: string): Problem[] {
  const path = ['input', 'token'];
  const { least, most } = tokenLength;
  if (token.length < least || token.length > most) {
    return [problem('INVALID', `A token has ${least} to ${most} characters.`, path)];
  }
  return /^[\x21-\x7e]+$/.test(token) ? [] : [problem('INVALID', 'A token has visible ASCII characters alone.', path)];
}

function nameFaults(name: string | null | undefined): Problem[] {
  if (name === null || name === undefined) return [];
  const path = ['input', 'name'];
  if (name.trim() === '') return [problem('REQUIRED', 'It cannot be blank.', path)];
  if (name.length > longestName) return [problem('INVALID', `${longestName} characters at the most.`, path)];
  return /\p{Cc}/u.test(name) ? [problem('INVALID', 'It has control characters.', path)] : [];
}
