import { describe, expect, test } from 'vitest';
import { identityFrom } from './claims.js';
import { defaultClaimNames } from './settings.js';

const claims = { sub: 'ana', operator: 'demo', roles: ['ATTENDANT'], name: 'Ana', exp: 1_800_000_000 };
const identityOf = (more: object, names: Partial<typeof defaultClaimNames> = {}) =>
  identityFrom({ ...claims, ...more }, { ...defaultClaimNames, ...names });

describe('identityFrom', () => {
  test('carries operator, subject, name, roles and the exact expiry', () => {
    expect(identityOf({})).toEqual({
      operatorSlug: 'demo',
      subject: 'ana',
      name: 'Ana',
      roles: ['ATTENDANT'],
      scopes: [],
      expiresAt: new Date(1_800_000_000_000),
      claims: {},
    });
  });

  test.each([
    [['SUPERVISOR', 'ATTENDANT']],
    ['attendant supervisor'],
    [['Attendant', 'offline_access', 7, null, 'SUPERVISOR', 'supervisor']],
  ])('roles may be a list or a text, in any case, and unknown ones do not count: %j', (roles) => {
    expect(identityOf({ roles }).roles).toEqual(['ATTENDANT', 'SUPERVISOR']);
  });

  test.each([
    ['none is known', ['admin']],
    ['there is none', undefined],
    ['it is no list', { ATTENDANT: true }],
    ['it is empty', ''],
  ])('roles of which %s make nobody', (_, roles) => {
    expect(() => identityOf({ roles })).toThrow('no role that is known');
  });

  test('BENEFICIARY with another role makes nobody', () => {
    expect(() => identityOf({ roles: ['BENEFICIARY', 'ATTENDANT'] })).toThrow(
      'BENEFICIARY combines with no other role',
    );
  });

  test.each([['occurrence:read people:write'], [['people:write', 'occurrence:read']]])(
    'scopes may be a text or a list: %j',
    (scope) => {
      expect(identityOf({ scope }).scopes).toEqual(['occurrence:read', 'people:write']);
    },
  );

  test('what is no scope of integrations is granted to none', () => {
    expect(identityOf({ scope: 'openid occurrence:bulk action:resend occurrence:read' }).scopes).toEqual([
      'occurrence:read',
    ]);
  });

  test('claims are found where the settings say, by name first and then by path', () => {
    const names = { operator: 'https://example.org/tenant', roles: 'realm_access.roles', name: 'nick', scopes: 'scp' };
    const found = identityOf(
      {
        'https://example.org/tenant': 'outra',
        realm_access: { roles: ['INTEGRATION'] },
        nick: 'ERP',
        scp: ['action:read'],
      },
      names,
    );
    expect(found).toMatchObject({
      operatorSlug: 'outra',
      roles: ['INTEGRATION'],
      name: 'ERP',
      scopes: ['action:read'],
    });
  });

  test('a claim name never reaches what every object has', () => {
    expect(() => identityOf({}, { operator: 'constructor.name' })).toThrow('no usable operator');
  });

  test('personal claims come along where they are usable', () => {
    const found = identityOf({
      membership_number: '0001000001',
      email: 'ana@example.org',
      phone_number: '+5511900000000',
    });
    expect(found.claims).toEqual({ membershipNumber: '0001000001', email: 'ana@example.org', phone: '+5511900000000' });
    expect(identityOf({ membership_number: 1, email: 'ana', phone_number: '' }).claims).toEqual({});
  });

  test('an address that the provider calls unverified is left out', () => {
    const unverified = {
      email: 'ana@example.org',
      email_verified: false,
      phone_number: '+55',
      phone_number_verified: false,
    };
    expect(identityOf(unverified).claims).toEqual({});
  });

  test('the subject stands for a name that is missing', () => {
    expect(identityOf({ name: undefined }).name).toBe('ana');
  });

  test.each([
    [{ sub: 'a\u0000b' }, 'no usable sub'],
    [{ sub: '' }, 'no usable sub'],
    [{ sub: 'x'.repeat(256) }, 'no usable sub'],
    [{ operator: ['demo'] }, 'no usable operator'],
    [{ operator: 'de\nmo' }, 'no usable operator'],
    [{ exp: 1e300 }, 'no usable exp'],
  ])('%j makes nobody', (more, reason) => {
    expect(() => identityOf(more)).toThrow(reason);
  });
});
