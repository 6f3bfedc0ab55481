import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationAccess } from './operation-access.js';

const schemaOf = (permissions: readonly string[] | undefined) =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        viewer: { type: GraphQLString, extensions: { permissions: [] } },
        inbox: { type: GraphQLString, ...(permissions && { extensions: { permissions } }) },
      },
    }),
  });

describe('who may use the operations of a schema', () => {
  it('is what each of them says', () => {
    expect(operationAccess(schemaOf(['inbox:read']))).toEqual([
      { root: 'Query', name: 'viewer', permissions: [] },
      { root: 'Query', name: 'inbox', permissions: ['inbox:read'] },
    ]);
  });

  it('is an error where one does not say it', () => {
    expect(() => operationAccess(schemaOf(undefined))).toThrow('No @Requires or @RequiresCaller: Query.inbox');
  });
});
