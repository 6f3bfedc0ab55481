import type { GraphQLSchema } from 'graphql';
import type { Permission } from '../auth/permissions.js';

export interface OperationAccess {
  readonly root: 'Query' | 'Mutation' | 'Subscription';
  readonly name: string;
  /** One of them is needed; none: any caller. */
  readonly permissions: readonly Permission[];
}

/** Every operation of a schema and who may use it, as `@Requires` says. Throws where one does not say it. */
export function operationAccess(schema: GraphQLSchema): OperationAccess[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const operations = roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map(({ name, extensions }) => ({
      root: root!.name as OperationAccess['root'],
      name,
      permissions: extensions.permissions as readonly Permission[] | undefined,
    })),
  );
  const open = operations.filter(({ permissions }) => permissions === undefined);
  if (open.length > 0) {
    throw new Error(`No @Requires or @RequiresCaller: ${open.map(({ root, name }) => `${root}.${name}`).join(', ')}`);
  }
  return operations.map((operation) => ({ ...operation, permissions: operation.permissions! }));
}
