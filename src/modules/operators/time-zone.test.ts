import { describe, expect, it } from 'vitest';
import { isTimeZone } from './time-zone.js';

describe('isTimeZone', () => {
  it.each([
    'America/Sao_Paulo',
    'America/Noronha',
    'America/Argentina/Buenos_Aires',
    'Brazil/East',
    'Asia/Kolkata',
    'UTC',
  ])('takes %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['+03:00', '-03:00', '+0300', '-03', 'UTC+3', 'utc-3', 'GMT+3', 'GMT0', 'Etc/GMT+3', 'etc/gmt-14'])(
    'takes no fixed offset: %s',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );

  it.each(['', ' ', 'Brasília', 'America/Brasilia', 'local', 'system', 'America/Sao_Paulo ', 'America/Sao_Paulo\n'])(
    'takes nothing that is unknown: %j',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});
