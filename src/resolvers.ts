import type { ResolverClass } from './platform/graphql/schema.js';

/** Every resolver of every module. */
export const resolvers: readonly ResolverClass[] = [];
