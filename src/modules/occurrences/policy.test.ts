import { describe, expect, it } from 'vitest';
import { type Permission, permissionsOf } from '../../platform/auth/permissions.js';
import type { Role } from '../../platform/auth/roles.js';
import * as policy from './policy.js';

const asker = (role: Role, attendantId: string | null = null, beneficiaryId: string | null = null): policy.Asker => {
  const permissions = permissionsOf([role], []);
  return { actor: { attendantId, beneficiaryId }, can: (permission: Permission) => permissions.has(permission) };
};

const member = asker('BENEFICIARY', null, 'ben_ana');
const stranger = asker('BENEFICIARY', null, 'ben_zoe');
const holder = asker('BENEFICIARY', null, 'ben_hugo');
const attendant = asker('ATTENDANT', 'att_carla');
const supervisor = asker('SUPERVISOR', 'att_paulo');
const configurator = asker('CONFIGURATOR', 'att_rita');
const system = asker('INTEGRATION');

const anas: policy.Concerned = { requesterId: 'ben_bia', beneficiaryId: 'ben_ana', holderId: 'ben_hugo' };
const fillable = { filledByBeneficiary: true };
const internal = { filledByBeneficiary: false };

/** The answers for a member, a stranger, an attendant, a supervisor, a configurator and a system without scopes. */
const answers = (may: (who: policy.Asker) => boolean) =>
  [member, stranger, attendant, supervisor, configurator, system].map(may);

describe('who may do what', () => {
  it.each<[string, (who: policy.Asker) => boolean, boolean[]]>([
    ['see what is shown', (who) => policy.maySee(who, anas, true), [true, false, true, true, true, false]],
    ['see what is hidden', (who) => policy.maySee(who, anas, false), [false, false, true, true, true, false]],
    ['start attendance', policy.mayStartAttendance, [false, false, true, true, false, false]],
    ['give it back', (who) => policy.mayAssign(who, null), [false, false, true, true, false, false]],
    ['assign a third', (who) => policy.mayAssign(who, 'att_davi'), [false, false, false, true, false, false]],
    ['change the status', policy.mayChangeStatus, [false, false, true, true, false, false]],
    ['reopen', policy.mayReopen, [false, false, false, true, false, false]],
    [
      'update the description before attendance',
      (who) => policy.mayUpdateDescription(who, anas, false),
      [true, false, true, true, false, false],
    ],
    [
      'update the description after that',
      (who) => policy.mayUpdateDescription(who, anas, true),
      [false, false, true, true, false, false],
    ],
    ['set the regulatory kind', policy.maySetRegulatoryKind, [false, false, false, true, false, false]],
    ['add notes', policy.mayAddNote, [false, false, true, true, false, false]],
    [
      'fill in a tab of beneficiaries',
      (who) => policy.mayFillTab(who, anas, fillable),
      [true, false, true, true, false, false],
    ],
    [
      'fill in any other tab',
      (who) => policy.mayFillTab(who, anas, internal),
      [false, false, true, true, false, false],
    ],
    ['write messages and attach', (who) => policy.mayWriteTo(who, anas), [true, false, true, true, false, false]],
  ])('%s', (_, may, expected) => {
    expect(answers(may)).toEqual(expected);
  });

  it('an attendant may take it, whoever has it', () => {
    expect(policy.mayAssign(attendant, 'att_carla')).toBe(true);
  });

  it('nobody without a place in the staff starts attendance', () => {
    expect(policy.mayStartAttendance(asker('ATTENDANT'))).toBe(false);
  });

  it('requester, beneficiary and holder of the beneficiary have it for their own', () => {
    const requester = asker('BENEFICIARY', null, 'ben_bia');
    expect([requester, member, holder, stranger, attendant].map((who) => policy.isOwn(who, anas))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('a member opens for themselves and their dependants, as the requester, and staff for anybody', () => {
    const by = (requesterId: string, beneficiaryId: string, holderId: string | null = null) => ({
      requesterId,
      beneficiaryId,
      holderId,
    });
    expect(policy.mayCreate(member, by('ben_ana', 'ben_ana'))).toBe(true);
    expect(policy.mayCreate(holder, by('ben_hugo', 'ben_ana', 'ben_hugo'))).toBe(true);
    expect(policy.mayCreate(member, by('ben_ana', 'ben_zoe'))).toBe(false);
    expect(policy.mayCreate(member, by('ben_zoe', 'ben_ana'))).toBe(false);
    expect(policy.mayCreate(member, by('ben_ana', 'ben_hugo'))).toBe(false);
    expect([attendant, supervisor, configurator].map((who) => policy.mayCreate(who, anas))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('a system may do what its scopes say', () => {
    const scoped = permissionsOf(['INTEGRATION'], ['occurrence:reopen', 'occurrence:message']);
    const who: policy.Asker = {
      actor: { attendantId: null, beneficiaryId: null },
      can: (permission) => scoped.has(permission),
    };
    expect([policy.mayReopen(who), policy.mayWriteTo(who, anas), policy.mayAddNote(who)]).toEqual([true, true, false]);
  });
});
