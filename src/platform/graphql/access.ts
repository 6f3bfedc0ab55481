import 'reflect-metadata';
import { Authorized, type AuthCheckerInterface, Extensions, type ResolverData } from 'type-graphql';
import type { Permission } from '../auth/permissions.js';
import type { RequestContext } from './context.js';
import { forbidden } from './errors.js';

/** Who may use an operation: a caller with at least one of the permissions. Every operation says it. */
export const Requires = (...permissions: [Permission, ...Permission[]]): MethodDecorator => guarded(permissions);

/** Any caller, once it is known who they are. */
export const RequiresCaller = (): MethodDecorator => guarded([]);

/** Enforced by the checker, and said in the schema, for `operationAccess` to read. */
function guarded(permissions: readonly Permission[]): MethodDecorator {
  return (target, name, descriptor) => {
    Authorized<Permission>(permissions)(target, name, descriptor);
    Extensions({ permissions })(target, name, descriptor);
  };
}

/** Throws UNAUTHENTICATED without a caller, FORBIDDEN without a permission. */
export class AccessChecker implements AuthCheckerInterface<RequestContext, Permission> {
  check({ context }: ResolverData<RequestContext>, permissions: Permission[]): boolean {
    const { caller } = context;
    if (permissions.length > 0 && !permissions.some((permission) => caller.permissions.has(permission)))
      throw forbidden();
    return true;
  }
}
