import { describe, expect, it } from 'vitest';
import { addressKey, payerOf, strangerAt } from './payer.js';

describe('who pays', () => {
  it('is a person of an operator, by ids alone', () => {
    expect(payerOf({ operatorId: 'opr_1', personId: 'att_2' })).toEqual({ share: 'caller', key: 'opr_1:att_2' });
  });

  it('is the address, without a token', () => {
    expect(strangerAt('192.0.2.7')).toEqual({ share: 'address', key: '192.0.2.7' });
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
