import 'reflect-metadata';
import { Authorized, type AuthCheckerInterface, type ResolverData } from 'type-graphql';
import type { Permission } from '../auth/permissions.js';
import type { RequestContext } from './context.js';
import { forbidden } from './errors.js';

/** Who may use an operation: a caller with at least one of the permissions. Every operation says it. */
export const Requires = (...permissions: Permission[]) => Authorized<Permission>(permissions);

/** Any caller, once it is known who they are. */
export const RequiresCaller = () => Authorized<Permission>();

/** Throws UNAUTHENTICATED without a caller, FORBIDDEN without a permission. */
export class AccessChecker implements AuthCheckerInterface<RequestContext, Permission> {
  check({ context }: ResolverData<RequestContext>, permissions: Permission[]): boolean {
    const { caller } = context;
    if (permissions.length > 0 && !permissions.some((permission) => caller.permissions.has(permission)))
      throw forbidden();
    return true;
  }
}
