import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { type Permission, permissionDescriptions, permissionsOf, scopes } from '../src/platform/auth/permissions.js';
import { roles } from '../src/platform/auth/roles.js';
import { type OperationAccess, operationAccess } from '../src/platform/graphql/operation-access.js';
import { buildGraphQLSchema } from '../src/platform/graphql/schema.js';
import { resolvers } from '../src/resolvers.js';

// Writes docs/permissions.md from the code; with --check only says whether it is up to date. An operation that does not
// say who may use it is an error.
const file = new URL('../docs/permissions.md', import.meta.url);
const people = roles.filter((role) => role !== 'INTEGRATION');
const holds = Object.fromEntries(people.map((role) => [role, permissionsOf([role], [])]));

const table = (header: string[], rows: string[][]) =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ') || '–';
const headed = people.map((role) => role.toLowerCase());

function operationRow({ name, permissions }: OperationAccess): string[] {
  if (permissions.length === 0) return [`\`${name}\``, 'any caller', ...people.map(() => '✓'), 'any'];
  const action = (permission: Permission) => permission.split(':')[1]!;
  return [
    `\`${name}\``,
    listed(permissions),
    ...people.map((role) => listed(permissions.filter((permission) => holds[role]!.has(permission)).map(action))),
    listed(scopes.filter((scope) => permissions.includes(scope))),
  ];
}

const schema = await buildGraphQLSchema(resolvers, () => ({}));
const access = operationAccess(schema).toSorted((one, other) => (one.name < other.name ? -1 : 1));
const section = (root: OperationAccess['root'], title: string) => `## ${title}

${table(
  ['operation', 'needs one of', ...headed, 'scopes of an integration'],
  access.filter((operation) => operation.root === root).map(operationRow),
)}
`;

const document = `# Who may do what

Written by \`npm run permissions\` from the code: from what each operation \`@Requires\`, and from the permissions of roles in \`src/platform/auth/permissions.ts\`. Tests try every operation as every role and with every scope, and compare.

A caller needs one of the permissions that an operation names, else the answer is \`FORBIDDEN\`; without a token it is \`UNAUTHENTICATED\`. In a role's column stand those that the role has. An integration has no permission but the scopes of its token. What each permission reaches, and where it ends, is in the last table.

${section('Query', 'Queries')}
${section('Mutation', 'Mutations')}
${section('Subscription', 'Subscriptions')}
## Permissions

${table(
  ['permission', ...headed, 'scope', 'what it allows'],
  (Object.entries(permissionDescriptions) as [Permission, string][]).map(([permission, description]) => [
    `\`${permission}\``,
    ...people.map((role) => (holds[role]!.has(permission) ? '✓' : '–')),
    (scopes as readonly Permission[]).includes(permission) ? '✓' : '–',
    description,
  ]),
)}
`;

const config = await resolveConfig(file);
const printed = await format(document, { ...config, parser: 'markdown' });
if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
} else if (readFileSync(file, 'utf8') !== printed) {
  console.error('docs/permissions.md is not what the code says: run "npm run permissions".');
  process.exit(1);
}
