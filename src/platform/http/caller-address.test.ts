import { describe, expect, it } from 'vitest';
import { addressBehind } from './caller-address.js';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as never;

describe('the address of a caller', () => {
  const trusted = addressBehind(['10.0.0.0/8', '2001:db8::7']);

  it('is that of the connection where no proxy is trusted, whatever a header says', () => {
    expect(addressBehind([])(from('10.1.2.3', '203.0.113.9'))).toBe('10.1.2.3');
    expect(trusted(from('192.0.2.1', '203.0.113.9'))).toBe('192.0.2.1');
    expect(trusted(from('2001:db8::8', '203.0.113.9'))).toBe('2001:db8::8');
  });

  it('is, behind trusted proxies, the right-most that is none of them', () => {
    expect(trusted(from('10.1.2.3', '203.0.113.9'))).toBe('203.0.113.9');
    expect(trusted(from('::ffff:10.1.2.3', '203.0.113.9'))).toBe('203.0.113.9');
    expect(trusted(from('2001:db8::7', ' 198.51.100.4 ,203.0.113.9,  10.9.9.9'))).toBe('203.0.113.9');
    expect(trusted(from('10.1.2.3', '2001:db8:1::5'))).toBe('2001:db8:1::5');
  });

  it('is the farthest proxy where there are trusted ones alone, or no header', () => {
    expect(trusted(from('10.1.2.3'))).toBe('10.1.2.3');
    expect(trusted(from('10.1.2.3', ''))).toBe('10.1.2.3');
    expect(trusted(from('10.1.2.3', '10.0.0.1, 10.0.0.2'))).toBe('10.0.0.1');
  });

  it.each(['unknown', '203.0.113.9:4711', '1', '_hidden', '198.51.100.4, x'.repeat(500)])(
    'is the proxy that passed on what is no address: %.40s',
    (forwarded) => {
      expect(trusted(from('10.1.2.3', `198.51.100.4, ${forwarded}`))).toBe('10.1.2.3');
    },
  );

  it('is empty once the connection is gone', () => {
    expect(trusted(from(undefined, '203.0.113.9'))).toBe('');
    expect(addressBehind([])(from(undefined))).toBe('');
  });
});
