import { describe, expect, it } from 'vitest';
import { quietEnd } from './quiet-end.js';

const night = { from: '22:00', to: '08:00' };
const lunch = { from: '12:00', to: '13:30' };
const ends = (now: string, hours = night, zone = 'America/Sao_Paulo') =>
  quietEnd(new Date(now), hours, zone)?.toISOString() ?? null;

describe('quiet hours', () => {
  it.each([
    ['a minute before they begin', '2026-11-25T00:59:59.999Z', null],
    ['when they begin', '2026-11-25T01:00:00.000Z', '2026-11-25T11:00:00.000Z'],
    ['before midnight', '2026-11-25T02:30:00.000Z', '2026-11-25T11:00:00.000Z'],
    ['after midnight', '2026-11-25T03:30:00.000Z', '2026-11-25T11:00:00.000Z'],
    ['in the last second', '2026-11-25T10:59:59.999Z', '2026-11-25T11:00:00.000Z'],
    ['when they end', '2026-11-25T11:00:00.000Z', null],
    ['at the end of a month', '2026-12-01T01:30:00.000Z', '2026-12-01T11:00:00.000Z'],
  ])('over midnight: %s', (_, now, end) => {
    expect(ends(now)).toBe(end);
  });

  it.each([
    ['2026-11-25T14:59:59.999Z', null],
    ['2026-11-25T15:00:00.000Z', '2026-11-25T16:30:00.000Z'],
    ['2026-11-25T16:30:00.000Z', null],
  ])('within a day: %s', (now, end) => {
    expect(ends(now, lunch)).toBe(end);
  });

  it('are those of the operator’s zone', () => {
    const now = '2026-11-25T01:30:00.000Z';
    expect(ends(now, night, 'America/Sao_Paulo')).toBe('2026-11-25T11:00:00.000Z');
    expect(ends(now, night, 'America/Manaus')).toBeNull();
    expect(ends(now, night, 'America/Noronha')).toBe('2026-11-25T10:00:00.000Z');
  });

  it('end by the clock on the wall where clocks are set forward or back in the night', () => {
    expect(ends('2026-03-08T04:00:00.000Z', night, 'America/New_York')).toBe('2026-03-08T12:00:00.000Z');
    expect(ends('2026-11-01T03:00:00.000Z', night, 'America/New_York')).toBe('2026-11-01T13:00:00.000Z');
  });

  it('that end in an hour that comes twice end the first time, and the second time when they began again', () => {
    const hours = { from: '22:00', to: '01:30' };
    expect(ends('2026-11-01T04:00:00.000Z', hours, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    // 01:10 for the second time.
    expect(ends('2026-11-01T06:10:00.000Z', hours, 'America/New_York')).toBe('2026-11-01T06:30:00.000Z');
  });

  it('that end in an hour that is left out have ended within that day', () => {
    expect(ends('2026-03-08T06:59:00.000Z', { from: '22:00', to: '02:30' }, 'America/New_York')).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  it('at the midnight that Brazil used to leave out', () => {
    // 2018-11-03 23:30 in São Paulo; clocks went from 00:00 to 01:00.
    expect(ends('2018-11-04T02:30:00.000Z')).toBe('2018-11-04T10:00:00.000Z');
  });

  it('are none where the operator has none', () => {
    expect(quietEnd(new Date('2026-11-25T03:00:00.000Z'), null, 'America/Sao_Paulo')).toBeNull();
  });
});
