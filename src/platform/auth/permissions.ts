import type { Role } from './roles.js';

/** Every permission there is, `subject:action`, with its meaning. Those that end in Own concern the caller's own. */
export const permissionDescriptions = {
  'occurrence:read': 'See any occurrence, the queue, its lists, counters and streams, and the people in them.',
  'occurrence:readOwn': 'See one’s own occurrences, by list, protocol or stream, while their status is shown.',
  'inbox:read': 'Read one’s in-app inbox, mark it as read, and follow it.',
  'device:writeOwn': 'Register, list and unregister the devices on which one gets pushes.',
  'configuration:read': 'See types, statuses, tabs, forms and actions, without the configuration of actions.',
  'configuration:readActionConfigs': 'See the configuration of actions, secrets masked.',
  'configuration:readLinked': 'See names and external texts of the types that features link to.',
  'occurrence:create':
    'Open an occurrence for any beneficiary, requested by whomever, and of whatever regulatory kind.',
  'occurrence:createOwn':
    'Open an occurrence for oneself or a dependant, requested by oneself, and of its type’s regulatory kind.',
  'occurrence:startAttendance': 'Start attendance, unless another has.',
  'occurrence:assignSelf': 'Take an occurrence, whoever has it, and give it back to the queue.',
  'occurrence:assignOthers': 'Assign an occurrence to somebody else.',
  'occurrence:changeStatus':
    'Move an occurrence to a status that takes the role; people, where the type allows attendance.',
  'occurrence:update': 'Correct the description.',
  'occurrence:updateOwn': 'Correct the description of one’s own, before attendance starts.',
  'occurrence:setRegulatoryKind': 'Change the kind of answer that the regulator demands.',
  'occurrence:bulk': 'Change many occurrences at once.',
  'occurrence:reopen': 'Reopen what is closed, which takes nothing else.',
  'occurrence:note': 'Write notes.',
  'occurrence:fillTab': 'Fill in any tab.',
  'occurrence:fillOwnTab': 'Fill in the tabs of one’s own that beneficiaries fill in.',
  'occurrence:message': 'Write messages and attach files.',
  'occurrence:messageOwn': 'Write messages and attach files to one’s own.',
  'action:read': 'See deliveries and their attempts.',
  'action:resend': 'Send a delivery again.',
  'report:read': 'See reports: how many, how long and how punctually, by type, status and period.',
  'report:readByAttendant': 'See reports by attendant, who are named in them.',
  'configuration:write':
    'Configure protocol types, forms, types, statuses, tabs and actions; link features; change the operator’s settings.',
  'people:write': 'Add and change beneficiaries.',
  'apiToken:read': 'See the tokens of integrations, by name, scopes and use, and what was done to them.',
  'apiToken:write': 'Make and revoke tokens of integrations, with any scopes.',
} as const;

export type Permission = keyof typeof permissionDescriptions;

/** What the token of an integration can grant; each is the permission of the same name. None makes further tokens. */
export const scopes = [
  'occurrence:read',
  'occurrence:create',
  'occurrence:changeStatus',
  'occurrence:update',
  'occurrence:reopen',
  'occurrence:note',
  'occurrence:fillTab',
  'occurrence:message',
  'configuration:read',
  'configuration:write',
  'action:read',
  'people:write',
  'report:read',
] as const satisfies readonly Permission[];

export type Scope = (typeof scopes)[number];

const attendant: readonly Permission[] = [
  'occurrence:read',
  'configuration:read',
  'occurrence:create',
  'occurrence:startAttendance',
  'occurrence:assignSelf',
  'occurrence:changeStatus',
  'occurrence:update',
  'occurrence:note',
  'occurrence:fillTab',
  'occurrence:message',
];

const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  BENEFICIARY: [
    'occurrence:readOwn',
    'inbox:read',
    'device:writeOwn',
    'configuration:readLinked',
    'occurrence:createOwn',
    'occurrence:updateOwn',
    'occurrence:fillOwnTab',
    'occurrence:messageOwn',
  ],
  ATTENDANT: attendant,
  SUPERVISOR: [
    ...attendant,
    'occurrence:assignOthers',
    'occurrence:bulk',
    'occurrence:setRegulatoryKind',
    'occurrence:reopen',
    'action:read',
    'action:resend',
    'report:read',
    'report:readByAttendant',
  ],
  CONFIGURATOR: [
    'occurrence:read',
    'configuration:read',
    'configuration:readActionConfigs',
    'configuration:write',
    'action:read',
    'report:read',
    'people:write',
    'apiToken:read',
    'apiToken:write',
  ],
  INTEGRATION: [],
};

/** What these roles may do together. Scopes count for an integration alone. */
export function permissionsOf(roles: readonly Role[], granted: readonly Scope[]): ReadonlySet<Permission> {
  const permissions = new Set(roles.flatMap((role) => permissionsOfRole[role]));
  if (roles.includes('INTEGRATION')) for (const scope of granted) permissions.add(scope);
  return permissions;
}

/** A beneficiary sees what is theirs and nothing else, so that role combines with no other. */
export const canCombine = (roles: readonly Role[]): boolean => !roles.includes('BENEFICIARY') || roles.length === 1;
