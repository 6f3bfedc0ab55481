import { describe, expect, test } from 'vitest';
import { canCombine, type Permission, permissionDescriptions, permissionsOf, scopes } from './permissions.js';
import { roles, type Role } from './roles.js';

/** The table of who may do what: for each role its permission of the row; an integration has it by the scope alone. */
const table: [row: string, Partial<Record<Role, Permission>>][] = [
  ['queue, lists, counters, people, their streams', staff('occurrence:read', { INTEGRATION: 'occurrence:read' })],
  ['my lists', { BENEFICIARY: 'occurrence:readOwn' }],
  ['inbox', { BENEFICIARY: 'inbox:read' }],
  ['my devices', { BENEFICIARY: 'device:writeOwn' }],
  [
    'read configuration',
    staff('configuration:read', { BENEFICIARY: 'configuration:readLinked', INTEGRATION: 'configuration:read' }),
  ],
  ['read configuration of actions', { CONFIGURATOR: 'configuration:readActionConfigs' }],
  [
    'create',
    attendants('occurrence:create', { BENEFICIARY: 'occurrence:createOwn', INTEGRATION: 'occurrence:create' }),
  ],
  ['start attendance', attendants('occurrence:startAttendance')],
  ['assign to self, release', attendants('occurrence:assignSelf')],
  ['change status', attendants('occurrence:changeStatus', { INTEGRATION: 'occurrence:changeStatus' })],
  [
    'update',
    attendants('occurrence:update', { BENEFICIARY: 'occurrence:updateOwn', INTEGRATION: 'occurrence:update' }),
  ],
  ['assign others', { SUPERVISOR: 'occurrence:assignOthers' }],
  ['bulk', { SUPERVISOR: 'occurrence:bulk' }],
  ['re-send', { SUPERVISOR: 'action:resend' }],
  ['regulatory kind', { SUPERVISOR: 'occurrence:setRegulatoryKind' }],
  ['reopen', { SUPERVISOR: 'occurrence:reopen', INTEGRATION: 'occurrence:reopen' }],
  ['notes', attendants('occurrence:note', { INTEGRATION: 'occurrence:note' })],
  [
    'tab entries',
    attendants('occurrence:fillTab', { BENEFICIARY: 'occurrence:fillOwnTab', INTEGRATION: 'occurrence:fillTab' }),
  ],
  [
    'messages, attachments',
    attendants('occurrence:message', { BENEFICIARY: 'occurrence:messageOwn', INTEGRATION: 'occurrence:message' }),
  ],
  ['deliveries', { SUPERVISOR: 'action:read', CONFIGURATOR: 'action:read', INTEGRATION: 'action:read' }],
  ['reports', { SUPERVISOR: 'report:read', CONFIGURATOR: 'report:read', INTEGRATION: 'report:read' }],
  ['reports by attendant', { SUPERVISOR: 'report:readByAttendant' }],
  ['configure, link, settings', { CONFIGURATOR: 'configuration:write', INTEGRATION: 'configuration:write' }],
  ['people', { CONFIGURATOR: 'people:write', INTEGRATION: 'people:write' }],
  ['see tokens of integrations', { CONFIGURATOR: 'apiToken:read' }],
  ['make and revoke tokens of integrations', { CONFIGURATOR: 'apiToken:write' }],
];

function attendants(permission: Permission, others: Partial<Record<Role, Permission>> = {}) {
  return { ATTENDANT: permission, SUPERVISOR: permission, ...others };
}

function staff(permission: Permission, others: Partial<Record<Role, Permission>> = {}) {
  return { ...attendants(permission, others), CONFIGURATOR: permission };
}

describe('permissionsOf', () => {
  test.each(roles)('%s has what the table gives, and nothing more', (role) => {
    const given = new Set(table.flatMap(([, row]) => row[role] ?? []));
    expect([...permissionsOf([role], scopes)].toSorted()).toEqual([...given].toSorted());
  });

  test('every permission is in a row of the table', () => {
    const inTable = new Set(table.flatMap(([, row]) => Object.values(row)));
    expect([...inTable].toSorted()).toEqual(Object.keys(permissionDescriptions).toSorted());
  });

  test('an integration has the scopes of its token alone', () => {
    expect([...permissionsOf(['INTEGRATION'], ['occurrence:read', 'people:write'])]).toEqual([
      'occurrence:read',
      'people:write',
    ]);
    expect(permissionsOf(['INTEGRATION'], []).size).toBe(0);
  });

  test('scopes widen no other role', () => {
    expect(permissionsOf(['ATTENDANT'], ['people:write'])).toEqual(permissionsOf(['ATTENDANT'], []));
  });

  test('a supervisor may do all that an attendant may', () => {
    expect([...permissionsOf(['SUPERVISOR'], [])]).toEqual(
      expect.arrayContaining([...permissionsOf(['ATTENDANT'], [])]),
    );
  });

  test('roles of staff add up', () => {
    const both = permissionsOf(['ATTENDANT', 'CONFIGURATOR'], []);
    expect(both.has('occurrence:note') && both.has('configuration:write')).toBe(true);
  });
});

test('BENEFICIARY combines with no other role, the others do', () => {
  expect(canCombine(['BENEFICIARY'])).toBe(true);
  expect(canCombine(['ATTENDANT', 'CONFIGURATOR'])).toBe(true);
  for (const role of roles.slice(1)) expect(canCombine(['BENEFICIARY', role])).toBe(false);
});
